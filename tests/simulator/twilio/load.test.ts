import { form, PROXY_NUMBERS, startSimulator } from './support';

const CLIENTS = 50;
const REQUESTS_PER_CLIENT = 12;
const LIVE_SESSIONS = 10_000;

/** The i-th of many subscribers, all different. */
const subscriber = (index: number) => `+8190${String(10_000_000 + index)}`;

jest.setTimeout(60_000);

describe('the simulator under load', () => {
  it('serves 50 clients at once while 10,000 sessions live, none lost and none crossed', async () => {
    const { simulator, call, stop } = await startSimulator({ rateLimit: false });
    const service = simulator.proxy.services.create({ uniqueName: 'marketplace' });
    const serviceSid = 'sid' in service ? service.sid : 'KS0';
    for (const phoneNumber of PROXY_NUMBERS) {
      simulator.numbers.add({ phoneNumber });
      simulator.proxy.numbers.add(serviceSid, { phoneNumber });
    }
    const pair = (index: number) =>
      [subscriber(2 * index), subscriber(2 * index + 1)].map((identifier) => ({
        identifier,
        proxyIdentifier: PROXY_NUMBERS[index % 3],
      }));
    for (let index = 0; index < LIVE_SESSIONS; index++) {
      simulator.proxy.createSession(serviceSid, { mode: 'voice-only', ttl: 3600, participants: pair(index) });
    }
    const connect = async (index: number) => {
      const participants = pair(index).map(({ identifier, proxyIdentifier }): [string, string] => [
        'Participants',
        JSON.stringify({ Identifier: identifier, ProxyIdentifier: proxyIdentifier }),
      ]);
      const body = form(['Mode', 'voice-only'], ['Ttl', '3600'], ...participants);
      return (await call(`/proxy.twilio.com/v1/Services/${serviceSid}/Sessions`, body)).status;
    };
    const start = performance.now();
    const client = async (number: number) => {
      const statuses: number[] = [];
      for (let request = 0; request < REQUESTS_PER_CLIENT; request++) {
        statuses.push(await connect(LIVE_SESSIONS + number * REQUESTS_PER_CLIENT + request));
      }
      return statuses;
    };
    const statuses = await Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number)));
    const seconds = (performance.now() - start) / 1000;
    await stop();
    expect(new Set(statuses.flat())).toEqual(new Set([201]));
    expect(seconds).toBeLessThan(20);
    for (let index = 0; index < LIVE_SESSIONS + CLIENTS * REQUESTS_PER_CLIENT; index += 97) {
      const route = simulator.proxy.route(subscriber(2 * index), PROXY_NUMBERS[index % 3] ?? '+0');
      expect(route?.outbound.identifier).toBe(subscriber(2 * index + 1));
    }
  });
});
