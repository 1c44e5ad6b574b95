import { measureLoadCost } from '../../bench/load-cost';
import { type OriginalUser, originalConnect } from '../../bench/original-flow';
import { pairOf } from '../../bench/pairs';
import { reportText } from '../../bench/report';
import { measureRoundTrips } from '../../bench/round-trips';
import { measureScale } from '../../bench/scale';
import { startService } from '../../bench/service';
import { startInProcessRuntime } from '../../scripts/runtime/in-process';
import { clientFor } from '../../scripts/twilio-client';
import { hasRedisServer } from '../../simulator/upstash';
import { readConfig } from '../../src/config';

beforeEach(() => void jest.spyOn(console, 'log').mockImplementation());

describe('on a running service', () => {
  it('the original flow costs a delete, a create and two participants', async () => {
    const stack = await startService(startInProcessRuntime);
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

  it('the round trips are those that the simulator saw', async () => {
    const stack = await startService(startInProcessRuntime);
    const costs = await measureRoundTrips(stack).finally(stack.stop);
    expect(costs).toContainEqual({ path: 'connect, first partner', redis: 2, twilio: 1 });
    expect(costs).toContainEqual({ path: 'webhook of a call', redis: 1, twilio: 0 });
    expect(costs).toHaveLength(7);
  });
});

it('every bundle is loaded', () => {
  const costs = measureLoadCost(1);
  expect(costs.map(({ path }) => path)).toEqual(expect.arrayContaining(['/connect', '/proxy/intercept']));
});

if (hasRedisServer()) {
  it('a real Redis tells what sessions cost', async () => {
    const [small, larger] = await measureScale([100, 300], 'redis-server');
    expect(larger).toMatchObject({ sessions: 300 });
    expect(small?.bytesPerSession).toBeGreaterThan(100);
    expect(larger?.reserveMicroseconds).toBeGreaterThan(1);
  });
} else it.todo('a real Redis tells what sessions cost: none is installed here');

it('the report says it when there was no Redis to measure', () => {
  const summary = { median: 1, p95: 2, samples: 3, timesFaster: 4 };
  const latency = { original: summary, newPartner: summary, samePartner: summary };
  expect(reportText({ roundTrips: [], latency, loadCost: [], cpu: [], scale: null })).toContain(
    'Not measured',
  );
});
