import { createServer } from 'node:http';
import type { Simulator } from '../../../simulator';
import { close, listen } from '../../../simulator/server';
import { deadlineIn } from '../../../src/masking/deadline';
import { twilioClient } from '../../../src/switchboard/proxy/rest';
import { callOnce } from '../../../src/switchboard/proxy/retry';
import { startTestSimulator } from '../../support/world';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startTestSimulator({ numbers: 1 });
});
beforeEach(() => simulator.twilio.faults.clear());
afterAll(() => simulator.stop());

function client(budgetMs: number, apiBaseUrl = simulator.url) {
  const { accountSid, authToken } = simulator;
  return twilioClient({ accountSid, authToken, apiBaseUrl }, deadlineIn(budgetMs));
}

async function timed<T>(action: () => Promise<T>): Promise<{ value: T; ms: number }> {
  const start = performance.now();
  return { value: await action(), ms: performance.now() - start };
}

describe('the client', () => {
  it('finds every host of Twilio below the base URL', async () => {
    const before = simulator.twilio.log.lastId;
    const twilio = await client(5_000);
    await twilio.proxy.v1.services(simulator.serviceSid).fetch();
    await twilio.api.v2010.accounts(simulator.accountSid).fetch();
    const targets = simulator.twilio.log.entries({ kind: 'rest', since: before }).map(({ target }) => target);
    expect(targets).toEqual([
      `proxy.twilio.com/v1/Services/${simulator.serviceSid}`,
      `api.twilio.com/2010-04-01/Accounts/${simulator.accountSid}.json`,
    ]);
  });

  it('is Twilio\u2019s own, with the credentials it was given', async () => {
    const { accountSid, serviceSid } = simulator;
    const settings = { accountSid, authToken: 'wrong', apiBaseUrl: simulator.url };
    const stranger = await twilioClient(settings, deadlineIn(5_000));
    const result = await callOnce(() => stranger.proxy.v1.services(serviceSid).fetch());
    expect(result).toMatchObject({ ok: false, failure: { kind: 'rejected', status: 401 } });
  });

  it.each([
    [1_200, 500, 1_190],
    [1_700, 1_000, 1_690],
    [700, 50, 690],
    [0, 50, 1_000],
  ])(
    'with %d ms left gives up after %d ms, which leaves time to write that down',
    async (budgetMs, limitMs, mostMs) => {
      simulator.twilio.faults.add({ match: {}, effect: 'hang' });
      const twilio = await client(budgetMs);
      const { value, ms } = await timed(() => callOnce(() => twilio.proxy.v1.services.list({ limit: 1 })));
      expect(value).toEqual({ ok: false, failure: { kind: 'unknown' } });
      expect(ms).toBeGreaterThan(limitMs - 60);
      expect(ms).toBeLessThan(mostMs);
    },
  );

  it('waits for no call longer than 4 s, however much time there is', async () => {
    const timers = jest.spyOn(globalThis, 'setTimeout');
    const twilio = await client(60_000);
    await twilio.proxy.v1.services.list({ limit: 1 });
    expect(timers.mock.calls.map(([, ms]) => ms)).toContain(4_000);
    timers.mockRestore();
  });

  it('gives up on an answer that trickles, too', async () => {
    const trickling = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const timer = setInterval(() => response.write(' '), 50);
      response.on('close', () => clearInterval(timer));
    });
    const twilio = await client(1_200, await listen(trickling, 0));
    const { value, ms } = await timed(() => callOnce(() => twilio.proxy.v1.services.list({ limit: 1 })));
    expect(value).toEqual({ ok: false, failure: { kind: 'unknown' } });
    expect(ms).toBeLessThan(1_190);
    trickling.closeAllConnections();
    await close(trickling);
  });

  it.each([
    [{ retryAfterSeconds: 12 }, 12],
    [{}, 1],
  ])('keeps what Twilio says of the wait after too many requests: %j', async (rule, retryAfterSeconds) => {
    simulator.twilio.faults.add({ match: {}, effect: 'error', status: 429, code: 80621, ...rule });
    const twilio = await client(5_000);
    const result = await callOnce(() => twilio.proxy.v1.services.list({ limit: 1 }));
    expect(result).toEqual({ ok: false, failure: { kind: 'rate_limited', retryAfterSeconds } });
  });
});
