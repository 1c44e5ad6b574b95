import type { FaultEffect, FaultRule } from '../../../../simulator/twilio/faults';
import { form, json, type RunningSimulator, startSimulator } from '../support';

const SERVICES = '/proxy.twilio.com/v1/Services';

let running: RunningSimulator;
beforeEach(async () => {
  running = await startSimulator();
});
afterEach(() => running.stop());

/** Creates a service while the fault strikes. */
const createUnder = (rule: Omit<FaultRule, 'match'>, init: RequestInit = {}) => {
  running.simulator.faults.add({ match: { method: 'POST', path: '^/v1/Services$' }, ...rule });
  return running.call(SERVICES, { ...form(['UniqueName', 'marketplace']), ...init });
};
const created = () => running.simulator.proxy.services.records.size;
const lastEntry = () => running.simulator.log.entries().at(-1);

describe('a fault', () => {
  it('delays an answer', async () => {
    const start = performance.now();
    expect((await createUnder({ effect: 'delay', ms: 60 })).status).toBe(201);
    expect(performance.now() - start).toBeGreaterThanOrEqual(59);
  });

  it('answers with an error, and nothing happens', async () => {
    const response = await createUnder({ effect: 'error', status: 429, code: 20429, retryAfterSeconds: 2 });
    expect(response.headers.get('Retry-After')).toBe('2');
    expect([response.status, await response.json()]).toMatchObject([429, { code: 20429, status: 429 }]);
    expect(created()).toBe(0);
    expect(lastEntry()).toMatchObject({ status: 429, note: 'fault: error 20429' });
  });

  it('answers with an error of its own words', async () => {
    const response = await createUnder({ effect: 'error', status: 503, body: 'Service Unavailable' });
    expect([response.status, await response.text()]).toEqual([503, 'Service Unavailable']);
  });

  it.each<[FaultEffect, number]>([
    ['reset-before', 0],
    ['reset-after', 1],
  ])('%s breaks the connection; services created: %i', async (effect, count) => {
    await expect(createUnder({ effect })).rejects.toThrow('fetch failed');
    expect(created()).toBe(count);
    expect(lastEntry()?.status).toBe(0);
    expect(lastEntry()?.note).toContain(`fault: ${effect}`);
  });

  it('hangs until the client gives up, and nothing happens', async () => {
    const signal = AbortSignal.timeout(60);
    await expect(createUnder({ effect: 'hang' }, { signal })).rejects.toThrow('timeout');
    expect(created()).toBe(0);
  });

  it('answers something that is not JSON, after doing what was asked', async () => {
    const response = await createUnder({ effect: 'malformed' });
    expect(response.status).toBe(200);
    await expect(response.json()).rejects.toThrow();
    expect(created()).toBe(1);
  });

  it('strikes only what it is meant for', async () => {
    running.simulator.faults.add({ match: { host: 'api.twilio.com' }, effect: 'error' });
    expect((await running.call(SERVICES)).status).toBe(200);
    expect((await running.call('/api.twilio.com/2010-04-01/Accounts.json')).status).toBe(500);
  });

  it('leaves an identifier free again when the answer was lost', async () => {
    const { sid } = await json(await running.call(SERVICES, form(['UniqueName', 'marketplace'])));
    const sessions = `${SERVICES}/${sid}/Sessions`;
    running.simulator.faults.add({ match: {}, effect: 'reset-after', times: 1 });
    const body = form(['Participants', '{"Identifier":"+819011112222"}']);
    await expect(running.call(sessions, body)).rejects.toThrow();
    expect(await (await running.call(sessions, body)).json()).toMatchObject({ code: 80206 });
  });
});
