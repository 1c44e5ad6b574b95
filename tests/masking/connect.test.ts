import type { Simulator } from '../../simulator';
import type { ConnectOutcome } from '../../src/masking/connect';
import { mobile, person } from '../support/people';
import { startTestSimulator, type World, worldIn } from '../support/world';

const [alice, bob, carol] = [person(1), person(2), person(3)] as const;

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startTestSimulator({ numbers: 8 });
});
afterAll(() => simulator.stop());

function connected(outcome: ConnectOutcome) {
  if (outcome.kind !== 'connected') throw new Error(`expected a connection, got ${outcome.kind}`);
  return outcome;
}

describe('connect', () => {
  let world: World;
  beforeEach(async () => {
    world = await worldIn(simulator);
    world.watch();
  });
  const fault = (rule: Parameters<Simulator['twilio']['faults']['add']>[0]) =>
    simulator.twilio.faults.add(rule);

  it('opens one session at Twilio with both participants on the numbers that were answered', async () => {
    const { tel, expiresAtMs } = connected(await world.connect(alice, bob));
    const [session, ...others] = world.liveAtTwilio();
    expect(others).toEqual([]);
    const [first, second] = session?.participants ?? [];
    expect(first).toMatchObject({ identifier: alice.number, proxyIdentifier: tel });
    expect(second).toMatchObject({ identifier: bob.number });
    expect(session?.dateExpiry).toBe(expiresAtMs);
    expect(session?.mode).toBe('voice-only');
  });

  it('takes two round trips to Redis and one call to Twilio for a new pair', async () => {
    await world.connect(alice, carol);
    world.watch();
    await world.connect(bob, alice);
    expect(world.redisRoundTrips()).toBe(2);
    expect(world.restCalls()).toEqual(['POST Sessions 201']);
  });

  it('takes one round trip to Redis and no call for the same pair again', async () => {
    const { tel } = connected(await world.connect(alice, bob));
    world.watch();
    expect(connected(await world.connect(alice, bob)).tel).toBe(tel);
    expect(world.redisRoundTrips()).toBe(1);
    expect(world.restCalls()).toEqual([]);
  });

  it('deletes the old session beside the creation of the new one', async () => {
    await world.connect(alice, bob);
    world.watch();
    await world.connect(alice, carol);
    expect(world.restCalls().sort()).toEqual(['DELETE {sid} 204', 'POST Sessions 201']);
    expect(world.liveAtTwilio()).toHaveLength(1);
  });

  it('deletes the old session before the creation when the pool has one number', async () => {
    world = await worldIn(simulator, { numbers: 1 });
    await world.connect(alice, bob);
    world.watch();
    connected(await world.connect(alice, carol));
    expect(world.restCalls()).toEqual(['DELETE {sid} 204', 'POST Sessions 201']);
  });

  it('extends a session at Twilio once much of its life is gone', async () => {
    const first = connected(await world.connect(alice, bob));
    await world.pass(1_800);
    const second = connected(await world.connect(alice, bob));
    expect(second.tel).toBe(first.tel);
    expect(second.expiresAtMs - first.expiresAtMs).toBeGreaterThan(1_700_000);
    expect(world.liveAtTwilio()[0]?.dateExpiry).toBe(second.expiresAtMs);
  });

  it('takes two round trips to Redis and one call to Twilio for an extension', async () => {
    await world.connect(alice, bob);
    for (let extension = 0; extension < 2; extension += 1) {
      await world.pass(1_800);
      world.watch();
      await world.connect(alice, bob);
    }
    expect(world.redisRoundTrips()).toBe(2);
    expect(world.restCalls()).toEqual(['POST {sid} 200']);
  });

  it('opens a new session when Twilio has lost the one to be extended', async () => {
    connected(await world.connect(alice, bob));
    await world.pass(1_800);
    simulator.twilio.proxy.sessions.deleteAll(simulator.serviceSid);
    connected(await world.connect(alice, bob));
    expect(world.liveAtTwilio()).toHaveLength(1);
  });

  it('answers the number that still lives when the extension fails', async () => {
    const first = connected(await world.connect(alice, bob));
    await world.pass(1_800);
    fault({ match: { method: 'POST', path: /Sessions\/KC/ }, effect: 'error', status: 500 });
    expect(connected(await world.connect(alice, bob))).toEqual(first);
  });

  it('refuses the same user and the same number on both sides', async () => {
    expect(await world.connect(alice, { ...bob, userId: alice.userId })).toEqual({ kind: 'same_user' });
    expect(await world.connect(alice, { ...bob, number: alice.number })).toEqual({ kind: 'same_number' });
  });

  it('tries other numbers when Twilio refuses the pair', async () => {
    fault({
      match: { method: 'POST', path: /Sessions$/ },
      effect: 'error',
      status: 400,
      code: 80604,
      times: 1,
    });
    fault({
      match: { method: 'POST', path: /Sessions$/ },
      effect: 'error',
      status: 409,
      code: 80623,
      times: 1,
    });
    const { tel } = connected(await world.connect(alice, bob));
    expect(world.liveAtTwilio()[0]?.participants[0]?.proxyIdentifier).toBe(tel);
  });

  it('lets Proxy choose when three pairs of numbers were refused, and answers what it chose', async () => {
    fault({
      match: { method: 'POST', path: /Sessions$/ },
      effect: 'error',
      status: 400,
      code: 80604,
      times: 3,
    });
    const { tel } = connected(await world.connect(alice, bob));
    expect(world.liveAtTwilio()[0]?.participants[0]?.proxyIdentifier).toBe(tel);
    expect(connected(await world.connect(alice, bob)).tel).toBe(tel);
  });

  it('says that the pool is exhausted when Proxy has no number either', async () => {
    fault({ match: { method: 'POST', path: /Sessions$/ }, effect: 'error', status: 400, code: 80206 });
    expect(await world.connect(alice, bob)).toMatchObject({ kind: 'pool_exhausted' });
    simulator.twilio.faults.clear();
    connected(await world.connect(alice, bob));
  });

  it('finds the session that was opened although the answer was lost', async () => {
    fault({ match: { method: 'POST', path: /Sessions$/ }, effect: 'reset-after', times: 1 });
    const { tel } = connected(await world.connect(alice, bob));
    const [session, ...others] = world.liveAtTwilio();
    expect(others).toEqual([]);
    expect(session?.participants[0]?.proxyIdentifier).toBe(tel);
  });

  it('says that Twilio is unavailable when nobody knows whether the session opened, and finds it the next time', async () => {
    fault({ match: { method: 'POST', path: /Sessions$/ }, effect: 'malformed', status: 500, times: 1 });
    expect(await world.connect(alice, bob)).toMatchObject({ kind: 'switchboard_unavailable' });
    expect(world.liveAtTwilio()).toHaveLength(1);
    connected(await world.connect(alice, bob));
    expect(world.liveAtTwilio()).toHaveLength(1);
  });

  it('opens a session anew that nobody knew of and that Proxy has closed by itself', async () => {
    fault({ match: { method: 'POST', path: /Sessions$/ }, effect: 'malformed', status: 500, times: 1 });
    await world.connect(alice, bob);
    const [lost] = world.liveAtTwilio();
    simulator.twilio.proxy.updateSession(simulator.serviceSid, lost?.sid ?? '', { status: 'closed' });
    connected(await world.connect(alice, bob));
    expect(world.liveAtTwilio()).toHaveLength(1);
  });

  it('tries once more after a short rate limit, and passes a long one on to the client', async () => {
    const limited = {
      match: { method: 'POST', path: /Sessions$/ },
      effect: 'error',
      status: 429,
      code: 80621,
    } as const;
    fault({ ...limited, retryAfterSeconds: 0, times: 1 });
    connected(await world.connect(alice, bob));
    fault({ ...limited, retryAfterSeconds: 30 });
    expect(await world.connect(alice, carol)).toEqual({
      kind: 'switchboard_unavailable',
      retryAfterSeconds: 30,
    });
  });

  it('says that a number cannot be reached when Twilio says so', async () => {
    fault({ match: { method: 'POST', path: /Sessions$/ }, effect: 'error', status: 400, code: 80404 });
    expect(await world.connect(alice, bob)).toEqual({ kind: 'unreachable_number' });
  });

  it('keeps a session on record that could not be deleted, and deletes it with the next connect', async () => {
    await world.connect(alice, bob);
    fault({ match: { method: 'DELETE' }, effect: 'error', status: 500 });
    connected(await world.connect(alice, carol));
    expect(world.liveAtTwilio()).toHaveLength(2);
    simulator.twilio.faults.clear();
    connected(await world.connect(alice, { ...person(4), number: mobile(4) }));
    expect(world.liveAtTwilio()).toHaveLength(1);
  });
});

describe('cleanup', () => {
  let world: World;
  beforeEach(async () => {
    world = await worldIn(simulator);
  });

  it('closes every session of the user at Twilio, from either side', async () => {
    await world.connect(alice, bob);
    await world.connect(carol, alice);
    expect(await world.cleanup(alice)).toEqual({ closed: 2, pending: 0 });
    expect(world.liveAtTwilio()).toEqual([]);
  });

  it('counts a session that is already gone at Twilio as closed', async () => {
    await world.connect(alice, bob);
    simulator.twilio.proxy.sessions.deleteAll(simulator.serviceSid);
    expect(await world.cleanup(alice)).toEqual({ closed: 1, pending: 0 });
  });

  it('is not stopped by one failing deletion, and tries that one again the next time', async () => {
    await world.connect(alice, bob);
    await world.connect(carol, alice);
    simulator.twilio.faults.add({ match: { method: 'DELETE' }, effect: 'error', status: 500, times: 1 });
    expect(await world.cleanup(alice)).toEqual({ closed: 1, pending: 1 });
    expect(await world.cleanup(alice)).toEqual({ closed: 1, pending: 0 });
    expect(world.liveAtTwilio()).toEqual([]);
  });

  it('finds and closes a session of which only our own id is known', async () => {
    simulator.twilio.faults.add({ match: { method: 'POST' }, effect: 'malformed', status: 500, times: 1 });
    await world.connect(alice, bob);
    expect(world.liveAtTwilio()).toHaveLength(1);
    expect(await world.cleanup(alice)).toEqual({ closed: 1, pending: 0 });
    expect(world.liveAtTwilio()).toEqual([]);
  });

  it('closes nothing for a user without sessions', async () => {
    expect(await world.cleanup(bob)).toEqual({ closed: 0, pending: 0 });
  });
});
