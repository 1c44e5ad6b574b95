import { Redis } from '@upstash/redis';
import { describeSimulator, type Simulator, startSimulator } from '../../simulator/index';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ numbers: 2 });
});
afterAll(() => simulator.stop());
afterEach(() => fetch(`${simulator.url}/_faults`, { method: 'DELETE' }));

const rest = (path: string) => {
  const { accountSid, authToken } = simulator;
  const credentials = Buffer.from(`${accountSid}:${authToken}`).toString('base64');
  return fetch(`${simulator.url}/${path}`, { headers: { Authorization: `Basic ${credentials}` } });
};
const redis = () =>
  new Redis({
    url: simulator.upstashUrl,
    token: simulator.upstashToken,
    retry: { retries: 0 },
    enableTelemetry: false,
  });
const post = (path: string, body: object) =>
  fetch(simulator.url + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });

describe('startSimulator', () => {
  it('has a Proxy service with voice-only Japanese numbers', async () => {
    expect(simulator.numbers).toEqual(['+815031000000', '+815031000001']);
    const answer = await rest(`proxy.twilio.com/v1/Services/${simulator.serviceSid}/PhoneNumbers`);
    const { phone_numbers: numbers } = (await answer.json()) as { phone_numbers: object[] };
    expect(numbers).toHaveLength(2);
    expect(numbers[0]).toMatchObject({
      iso_country: 'JP',
      capabilities: { voice: true },
    });
  });

  it('has numbers that can text when asked', async () => {
    const texting = await startSimulator({ numbers: 1, sms: true });
    expect(texting.twilio.numbers.get('+815031000000')?.capabilities).toMatchObject({
      voice: true,
      sms: true,
    });
    await texting.stop();
  });

  it('has a Redis and logs its requests beside those of Twilio', async () => {
    await redis().set('a', '1');
    const answer = await fetch(`${simulator.url}/_log?kind=redis`);
    await expect(answer.json()).resolves.toMatchObject({ entries: [{ kind: 'redis', status: 200 }] });
  });

  it('has phones', async () => {
    const answer = await fetch(`${simulator.url}/_phones/+819012345678`);
    await expect(answer.json()).resolves.toMatchObject({ number: '+819012345678', status: 'idle' });
  });

  it('describes itself as plain data', () => {
    expect(Object.keys(describeSimulator(simulator))).toEqual(
      'url accountSid authToken serviceSid numbers plainNumbers upstashUrl upstashToken'.split(' '),
    );
  });

  it('leaves nothing running when a port is taken', async () => {
    const port = Number(new URL(simulator.url).port);
    await expect(startSimulator({ port })).rejects.toThrow('EADDRINUSE');
  });
});

describe('/_faults', () => {
  it('breaks Redis for target redis only', async () => {
    const answer = await post('/_faults', { target: 'redis', effect: 'error', status: 503, times: 1 });
    expect(answer.status).toBe(201);
    await expect(fetch(`${simulator.url}/_faults?target=redis`).then((r) => r.json())).resolves.toEqual({
      faults: [{ effect: 'error', status: 503, times: 1 }],
    });
    expect((await rest('proxy.twilio.com/v1/Services')).status).toBe(200);
    await expect(redis().get('a')).rejects.toThrow();
    await expect(redis().get('a')).resolves.toBe(1);
  });

  it.each([{ target: 'twilio' }, {}])('breaks Twilio for %j', async (target) => {
    await post('/_faults', { ...target, effect: 'error', status: 500, times: 1 });
    expect((await rest('proxy.twilio.com/v1/Services')).status).toBe(500);
    expect((await rest('proxy.twilio.com/v1/Services')).status).toBe(200);
  });

  it.each([
    { target: 'moon', effect: 'error' },
    { target: 'redis', effect: 'explode' },
    { target: 'redis', effect: 'error', surprise: 1 },
  ])('refuses %j', async (rule) => {
    expect((await post('/_faults', rule)).status).toBe(400);
  });

  it('is cleared for both at once', async () => {
    await post('/_faults', { target: 'redis', effect: 'error' });
    await post('/_faults', { target: 'twilio', effect: 'error' });
    await fetch(`${simulator.url}/_faults`, { method: 'DELETE' });
    await expect(redis().get('a')).resolves.toBe(1);
    expect((await rest('proxy.twilio.com/v1/Services')).status).toBe(200);
  });
});
