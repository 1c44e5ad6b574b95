import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { BUYER, form, json, PROXY_NUMBERS, type RunningSimulator, SELLER, startSimulator } from '../support';

const SERVICES = '/proxy.twilio.com/v1/Services';

let running: RunningSimulator;
let serviceSid: string;
beforeEach(async () => {
  running = await startSimulator();
  serviceSid = (await running.client.proxy.v1.services.create({ uniqueName: 'marketplace' })).sid;
  for (const phoneNumber of PROXY_NUMBERS) {
    running.simulator.numbers.add({ phoneNumber });
    await running.client.proxy.v1.services(serviceSid).phoneNumbers.create({ phoneNumber });
  }
});
afterEach(() => running.stop());

const sessions = () => `${SERVICES}/${serviceSid}/Sessions`;
const participant = (identifier: string): [string, string] => [
  'Participants',
  JSON.stringify({ Identifier: identifier, ProxyIdentifier: PROXY_NUMBERS[0] }),
];

describe('a request', () => {
  it.each<[string, Record<string, string>]>([
    ['no credentials', { authorization: '' }],
    ['wrong credentials', { authorization: `Basic ${Buffer.from('AC0:wrong').toString('base64')}` }],
  ])('with %s is answered as Twilio answers it', async (_name, headers) => {
    const response = await fetch(`${running.url}${SERVICES}`, { headers });
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({
      code: 20003,
      message: 'Authenticate',
      more_info: 'https://www.twilio.com/docs/errors/20003',
      status: 401,
    });
  });

  it.each([
    ['GET', '/proxy.twilio.com/v1/Nothing', 404, 20404],
    ['GET', `${SERVICES}/KS00000000000000000000000000000000`, 404, 20404],
    ['GET', `${SERVICES}/%E0%A4%A`, 404, 20404],
    ['PUT', SERVICES, 405, 20004],
    ['GET', '/api.twilio.com/2010-04-01/Accounts/AC00000000000000000000000000000000.json', 404, 20404],
    ['GET', '/api.twilio.com/2010-04-01/Accounts/AC00000000000000000000000000000000/Calls.json', 404, 20404],
    ['POST', SERVICES, 400, 20001],
  ])('%s %s is answered with %i and %i', async (method, path, status, code) => {
    const response = await running.call(path, { method });
    expect([response.status, await response.json()]).toMatchObject([status, { code, status }]);
  });

  it('for something that is not simulated in a known operation fails and says so in the log', async () => {
    const { accountSid, log } = running.simulator;
    const response = await running.call(
      `/api.twilio.com/2010-04-01/Accounts/${accountSid}/Calls.json?StartTime=2026-01-01`,
    );
    expect(response.status).toBe(500);
    expect(log.entries().at(-1)?.note).toContain('ListCall DOES NOT SIMULATE StartTime');
  });

  it('for an operation that is not simulated is refused and says so in the log', async () => {
    const { accountSid, log } = running.simulator;
    const response = await running.call(`/api.twilio.com/2010-04-01/Accounts/${accountSid}/Queues.json`);
    expect(response.status).toBe(404);
    expect(log.entries().at(-1)?.note).toContain('ListQueue IS NOT SIMULATED');
  });

  it('finds its host in the Host header too', async () => {
    const { accountSid, authToken } = running.simulator;
    const { port } = new URL(running.url);
    const body = await new Promise<string>((resolve, reject) => {
      const headers = { host: 'proxy.twilio.com' };
      request({ port, path: '/v1/Services', headers, auth: `${accountSid}:${authToken}` }, (response) => {
        text(response).then(resolve, reject);
      })
        .on('error', reject)
        .end();
    });
    expect(JSON.parse(body)).toMatchObject({ services: [{ sid: serviceSid }] });
  });

  it('to no host of Twilio is left to others', async () => {
    expect((await running.call('/something-else')).status).toBe(404);
    expect(running.simulator.log.count({ target: 'something-else' })).toBe(0);
  });

  it('is logged with its path but without its query, which may hold numbers', async () => {
    const { accountSid, log } = running.simulator;
    await running.call(
      `/api.twilio.com/2010-04-01/Accounts/${accountSid}/Calls.json?To=${encodeURIComponent(BUYER)}`,
    );
    const entry = log.entries().at(-1);
    expect(entry).toMatchObject({ kind: 'rest', method: 'GET', status: 200, note: 'ListCall' });
    expect(entry?.target).toBe(`api.twilio.com/2010-04-01/Accounts/${accountSid}/Calls.json`);
    expect(entry?.ms).toBeGreaterThan(0);
  });
});

describe('a form', () => {
  it('may repeat Participants, each a JSON object', async () => {
    const response = await running.call(
      sessions(),
      form(['Mode', 'voice-only'], participant(BUYER), participant(SELLER)),
    );
    expect(response.status).toBe(201);
    const { sid } = await json(response);
    const list = await json<{ participants: { identifier: string }[] }>(
      await running.call(`${sessions()}/${sid}/Participants`),
    );
    expect(list.participants.map(({ identifier }) => identifier).sort()).toEqual([SELLER, BUYER].sort());
  });

  it.each<[string, [string, string]]>([
    ['a number that is none', ['Ttl', 'soon']],
    ['an empty number', ['Ttl', '']],
    ['a negative time to live', ['Ttl', '-1']],
    ['a value that is not in the list', ['Mode', 'video']],
    ['a status that cannot be asked for', ['Status', 'failed']],
    ['a date that is none', ['DateExpiry', 'tomorrow']],
    ['a participant that is no JSON', ['Participants', BUYER]],
    ['a participant that is no object', ['Participants', '"text"']],
    ['a participant without identifier', ['Participants', '{"identifier":"+819011112222"}']],
  ])('with %s is refused', async (_name, field) => {
    const response = await running.call(sessions(), form(['UniqueName', 'order-1'], field));
    expect([response.status, await response.json()]).toMatchObject([400, { code: 20001 }]);
    expect(running.simulator.proxy.sessions.byUniqueName(serviceSid, 'order-1')).toBeUndefined();
  });
});

describe('a session', () => {
  it('is not found by its unique name, unless the simulator is told so', async () => {
    await running.call(sessions(), form(['UniqueName', 'order 1/2']));
    expect((await running.call(`${sessions()}/order%201%2F2`)).status).toBe(404);
    const lenient = await startSimulator({ fetchByUniqueName: true });
    const { sid } = await lenient.client.proxy.v1.services.create({ uniqueName: 'x' });
    await lenient.call(`${SERVICES}/${sid}/Sessions`, form(['UniqueName', 'order 1/2']));
    const found = await lenient.call(`${SERVICES}/${sid}/Sessions/order%201%2F2`);
    await lenient.stop();
    expect([found.status, await found.json()]).toMatchObject([200, { unique_name: 'order 1/2' }]);
  });

  it('is deleted with 204 and no body', async () => {
    const { sid } = await json(await running.call(sessions(), form(['UniqueName', 'order-1'])));
    const response = await running.call(`${sessions()}/${sid}`, { method: 'DELETE' });
    expect([response.status, await response.text()]).toEqual([204, '']);
  });

  it('shows its dates as ISO 8601, while api.twilio.com shows RFC 2822', async () => {
    const session = await json(await running.call(sessions(), form(['UniqueName', 'order-1'])));
    expect(session.date_created).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    const { accountSid } = running.simulator;
    const account = await json(await running.call(`/api.twilio.com/2010-04-01/Accounts/${accountSid}.json`));
    expect(account.date_created).toMatch(/^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d \+0000$/);
  });
});

describe('two requests at once for one identifier', () => {
  it('end with 409 / 80623 for the second, until the first is answered', async () => {
    running.simulator.twilioMs = 300;
    const create = () =>
      running.call(sessions(), form(['Mode', 'voice-only'], participant(BUYER), participant(SELLER)));
    const statuses = (await Promise.all([create(), create()])).map(({ status }) => status).sort();
    expect(statuses).toEqual([201, 409]);
    running.simulator.twilioMs = 0;
    const third = await create();
    expect([third.status, await third.json()]).toMatchObject([400, { code: 80604 }]);
  });
});

describe('two participants made at once of one identifier', () => {
  it('end with 409 / 80623 for the second, although their sessions differ', async () => {
    const { proxy } = running.simulator;
    const paths = ['order-1', 'order-2'].map((uniqueName) => {
      const session = proxy.createSession(serviceSid, { uniqueName, mode: 'voice-only' });
      return `${sessions()}/${'sid' in session ? session.sid : ''}/Participants`;
    });
    running.simulator.twilioMs = 300;
    const answers = await Promise.all(paths.map((path) => running.call(path, form(['Identifier', BUYER]))));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });
});

describe('injected latency', () => {
  it('delays every answer and can be changed at any time', async () => {
    running.simulator.twilioMs = 300;
    const start = performance.now();
    await running.call(SERVICES);
    expect(performance.now() - start).toBeGreaterThanOrEqual(299);
    running.simulator.twilioMs = 0;
    const again = performance.now();
    await running.call(SERVICES);
    expect(performance.now() - again).toBeLessThan(299);
  });
});
