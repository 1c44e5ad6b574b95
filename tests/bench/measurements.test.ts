import { measureLoadCost } from '../../bench/load-cost';
import { type OriginalUser, originalConnect } from '../../bench/original-flow';
import { pairOf } from '../../bench/pairs';
import { reportText } from '../../bench/report';
import { measureRoundTrips } from '../../bench/round-trips';
import { measurePools, measureScale } from '../../bench/scale';
import { startService } from '../../bench/service';
import { startInProcessRuntime } from '../../scripts/runtime/in-process';
import { clientFor } from '../../scripts/twilio-client';
import { hasRedisServer } from '../../simulator/upstash';
import { readConfig } from '../../src/config';

beforeEach(() => void jest.spyOn(console, 'log').mockImplementation());

describe('on a running service', () => {
  it('the original flow costs a delete, a create and two participants', async () => {
    const stack = await startService(startInProcessRuntime, 'proxy');
    const { simulator, context } = stack;
    const client = await clientFor(readConfig(context));
    const user: OriginalUser = {};
    const { from, to } = pairOf(1, 1);
    await originalConnect(client, simulator.serviceSid, user, [from, to]);
    const since = simulator.twilio.log.lastId;
    const tel = await originalConnect(client, simulator.serviceSid, user, [from, to]);
    const calls = simulator.twilio.log.entries({ kind: 'rest', since });
    expect(calls.map(({ method }) => method)).toEqual(['DELETE', 'POST', 'POST', 'POST']);
    expect(simulator.numbers).toContain(tel);
    await stack.stop();
  });

  it.each([
    ['proxy', 2, 1],
    ['voice', 1, 0],
  ] as const)(
    'the round trips of %s are those that the simulator saw',
    async (switchboard, redis, twilio) => {
      const stack = await startService(startInProcessRuntime, switchboard);
      const costs = await measureRoundTrips(stack, switchboard).finally(stack.stop);
      expect(costs).toContainEqual({ path: 'connect, first partner', redis, twilio });
      const webhook = switchboard === 'proxy' ? 'webhook of a call' : 'incoming call';
      expect(costs).toContainEqual({ path: webhook, redis: 1, twilio: 0 });
      expect(costs.length).toBeGreaterThanOrEqual(7);
    },
  );
});

it('every bundle is loaded', () => {
  const costs = measureLoadCost(1);
  expect(costs.map(({ path }) => path)).toEqual(expect.arrayContaining(['/connect', '/proxy/intercept']));
});

if (hasRedisServer()) {
  it.each(['proxy', 'voice'] as const)('a real Redis tells what sessions of %s cost', async (switchboard) => {
    const [small, larger] = await measureScale([100, 300], { switchboard, engine: 'redis-server' });
    expect(larger).toMatchObject({ switchboard, sessions: 300 });
    expect(small?.bytesPerSession).toBeGreaterThan(100);
    expect(larger?.connectMicroseconds).toBeGreaterThan(1);
    expect(larger?.routeMicroseconds).toBeGreaterThan(1);
  });

  it('a real Redis tells what a pool costs', async () => {
    const [pool] = await measurePools([20], 'redis-server');
    expect(pool).toMatchObject({ numbers: 20 });
    expect(pool?.fullMicroseconds).toBeGreaterThan(1);
  });
} else it.todo('a real Redis tells what sessions and pools cost: none is installed here');

it('the report says it when there was no Redis to measure', () => {
  const summary = { median: 1, p95: 2, samples: 3, timesFaster: 4 };
  const connects = { newPartner: summary, samePartner: summary };
  const latency = { original: summary, proxy: connects, voice: connects };
  const roundTrips = { proxy: [], voice: [] };
  const report = reportText({ roundTrips, latency, loadCost: [], cpu: [], scale: null });
  expect(report).toContain('Not measured');
});
