import { brokenInvariants } from '../support/invariants';
import { proxySubjects } from './faults-proxy';
import { connect, inWords, trio } from './faults-requests';
import { type FaultSystem, startFaultSystem } from './faults-system';

const RESERVATION_SECONDS = 13;
const [alice, bob, carol] = trio(1);

let system: FaultSystem;
beforeAll(async () => {
  system = await startFaultSystem({ INTERCEPT_ON_ERROR: 'allow' });
});
beforeEach(() => system.reset());
afterAll(() => system.stop());

const redisFaults = ['reset-before', 'reset-after', 'hang', 'error', 'malformed', 'readonly', 'oom'] as const;

describe('while Redis cannot answer and INTERCEPT_ON_ERROR is allow', () => {
  it.each(redisFaults)('an interaction passes within 2 s: %s', async (effect) => {
    const known = await proxySubjects.intercept.prepare(system, [alice, bob, carol]);
    system.simulator.upstash.faults.add({ effect });
    const start = performance.now();
    const reply = await proxySubjects.intercept.send(system, [alice, bob, carol], known);
    expect(inWords(reply)).toBe('200');
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it('an interaction of a session that Redis knows to be closed is still stopped', async () => {
    const known = await proxySubjects.intercept.prepare(system, [alice, bob, carol]);
    await system.call('/cleanup', { userId: alice.userId });
    expect(inWords(await proxySubjects.intercept.send(system, [alice, bob, carol], known))).toBe('403');
  });
});

describe('when Redis goes away while Twilio opens a session', () => {
  it.each(redisFaults)('the next connect finds that session again: %s', async (effect) => {
    const { twilio, upstash } = system.simulator;
    const sessionsBefore = system.liveAtTwilio().length;
    twilio.faults.add({ match: { method: 'POST', path: /Sessions$/ }, effect: 'delay', ms: 250 });
    const since = twilio.log.lastId;
    const start = performance.now();
    const connecting = connect(system, alice, bob);
    while (twilio.log.count({ kind: 'redis', since }) === 0) await tick();
    await tick(100);
    upstash.faults.add({ effect });
    expect(inWords(await connecting)).toBe('503 store_unavailable, again in 5 s');
    expect(performance.now() - start).toBeLessThan(5_000);
    expect(system.liveAtTwilio()).toHaveLength(sessionsBefore + 1);
    await system.mend();
    await system.pass(RESERVATION_SECONDS);
    expect(inWords(await connect(system, alice, bob))).toBe('200');
    expect(system.liveAtTwilio()).toHaveLength(sessionsBefore + 1);
    expect(await brokenInvariants(system)).toEqual([]);
  });
});

describe('a cleanup', () => {
  it.each([
    { effect: 'error', status: 500 },
    { effect: 'error', status: 429, code: 80621, retryAfterSeconds: 30 },
    { effect: 'hang' },
    { effect: 'malformed' },
  ] as const)('closes the others when one deletion fails: %j', async (rule) => {
    for (const caller of [bob, carol, trio(2)[0], trio(2)[1]]) await connect(system, caller, alice);
    system.simulator.twilio.faults.add({ match: { method: 'DELETE' }, times: 1, ...rule });
    const cleanup = () => system.call('/cleanup', { userId: alice.userId });
    expect(inWords(await cleanup())).toBe('200 closed 3, pending 1');
    expect(inWords(await cleanup())).toBe('200 closed 1, pending 0');
    expect(system.liveAtTwilio()).toEqual([]);
    expect(await brokenInvariants(system)).toEqual([]);
  });
});

function tick(ms = 5): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
