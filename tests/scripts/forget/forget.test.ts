import { type ForgetTools, forget } from '../../../scripts/forget/forget';
import { forgottenText } from '../../../scripts/forget/report';
import { noProxySessions } from '../../../scripts/reconcile/proxy-sessions';
import { deleteRecordings } from '../../../scripts/recordings/delete';
import type { Simulator } from '../../../simulator';
import { RedisCallLog } from '../../../src/store/redis-call-log';
import { erasedTogether } from '../../../src/store/redis-maintenance';
import { brokenInvariants } from '../../support/invariants';
import { person } from '../../support/people';
import { startTestSimulator, type World, worldIn } from '../../support/world';
import { proxyTools } from '../proxy-tools';

const [alice, bob, carol] = [person(1), person(2), person(3)] as const;

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startTestSimulator({ numbers: 6 });
});
afterAll(() => simulator.stop());

function toolsOf(world: World): ForgetTools {
  const recordings = async () => ({ found: 0, deleted: 0, failed: 0 });
  return { ...proxyTools(world), lookupKey: world.store.settings.lookupKey, recordings };
}

function run(world: World, options: { apply?: boolean; phones?: (typeof alice.number)[] } = {}) {
  return forget(alice.userId, toolsOf(world), { apply: true, phones: [], ...options });
}

/** Everything that Twilio keeps, ended sessions included. */
const keptAtTwilio = () => simulator.twilio.proxy.sessions.page(simulator.serviceSid, 1_000).records;

const holdsAlice = () =>
  keptAtTwilio().some(({ participants }) => participants.some((one) => one.identifier === alice.number));

describe('forgetting a user', () => {
  it('closes the sessions of either side, and leaves those of others', async () => {
    const world = await worldIn(simulator, { settings: { maxSessionsPerUser: 5 } });
    await world.connect(alice, bob);
    await world.connect(carol, alice);
    await world.connect(carol, bob);
    const result = await run(world);
    expect(result).toMatchObject({ sessions: 2, pending: 0, isComplete: true });
    expect(forgottenText(result, true)).toContain('Everything is erased.');
    expect(holdsAlice()).toBe(false);
    expect(world.liveAtTwilio()).toHaveLength(1);
    expect(await brokenInvariants(world)).toEqual([]);
  });

  it('ends sessions of the voice switchboard, also where there is no Proxy service to search', async () => {
    const world = await worldIn(simulator, { settings: { switchboard: 'voice', maxSessionsPerUser: 5 } });
    await world.connect(alice, bob);
    await world.connect(carol, alice);
    await world.connect(carol, bob);
    const tools = { ...toolsOf(world), proxy: noProxySessions };
    const result = await forget(alice.userId, tools, { apply: true, phones: [] });
    expect(result).toMatchObject({ sessions: 2, pending: 0, isComplete: true });
    expect(result.erased.routes).toBe(2);
    const left = await world.store.sessions.liveSessions(bob.userId, world.store.deadline());
    expect(left.map(({ peerId }) => peerId)).toEqual([carol.userId]);
  });

  describe('whose calls were recorded', () => {
    const [ofAlice, ofOthers] = [`CA${'1'.repeat(32)}`, `CA${'2'.repeat(32)}`];
    const sids = { [ofAlice]: `RE${'1'.repeat(32)}`, [ofOthers]: `RE${'2'.repeat(32)}` } as const;

    async function recorded(isBroken: () => boolean) {
      const world = await worldIn(simulator, { settings: { switchboard: 'voice', maxSessionsPerUser: 5 } });
      const { runner, settings, now, deadline, interactions } = world.store;
      const log = new RedisCallLog(runner, settings, now);
      for (const [interactionId, caller] of [[ofAlice, alice] as const, [ofOthers, carol] as const]) {
        const outcome = await world.connect(caller, bob);
        if (outcome.kind !== 'connected') throw new Error(outcome.kind);
        const call = { interactionId, kind: 'voice', from: caller.number, to: outcome.tel } as const;
        await interactions.route(call, deadline());
        const recordingSid = sids[interactionId] as `RE${string}`;
        await log.keepRecording({ interactionId, recordingSid, kind: 'conversation' }, deadline());
      }
      const removed: string[] = [];
      const remove = async (sid: string) => !isBroken() && removed.push(sid) > 0;
      const deletion = { log, remove, pace: async () => undefined, progress: () => undefined };
      const recordings: ForgetTools['recordings'] = (userId, mode) =>
        deleteRecordings({ beforeMs: now() + 1, userId }, deletion, mode);
      const tools = { ...toolsOf(world), proxy: noProxySessions, recordings };
      const run = (apply: boolean) => forget(alice.userId, tools, { apply, phones: [] });
      return { run, removed };
    }

    it('leaves no recording of the user, and those of others', async () => {
      const { run, removed } = await recorded(() => false);
      expect(await run(false)).toMatchObject({ recordings: { found: 1, deleted: 0 } });
      expect(await run(true)).toMatchObject({ recordings: { found: 1, deleted: 1 }, isComplete: true });
      expect(removed).toEqual([sids[ofAlice]]);
    });

    it('remembers whose a recording is until it is gone', async () => {
      let isBroken = true;
      const { run, removed } = await recorded(() => isBroken);
      const first = await run(true);
      expect(first).toMatchObject({ recordings: { failed: 1 }, isComplete: false });
      expect(forgottenText(first, true)).toContain('Left: 1 recording at Twilio');
      isBroken = false;
      expect(await run(true)).toMatchObject({ recordings: { deleted: 1 }, isComplete: true });
      expect(removed).toEqual([sids[ofAlice]]);
    });
  });

  it('is harmless when repeated, and for somebody unknown', async () => {
    const world = await worldIn(simulator);
    await world.connect(alice, bob);
    await run(world);
    expect(await run(world)).toMatchObject({ sessions: 0, erased: erasedTogether([]), isComplete: true });
  });

  it('changes nothing in a dry run, and tells what it would erase', async () => {
    const world = await worldIn(simulator);
    await world.connect(alice, bob);
    const dry = await run(world, { apply: false });
    expect(dry).toMatchObject({ sessions: 1, erased: { routes: 1, pairs: 1, quotas: 2, lists: 1 } });
    expect(forgottenText(dry, false)).toContain('Nothing was changed. Erase with --apply.');
    expect(world.liveAtTwilio()).toHaveLength(1);
    expect(await brokenInvariants(world)).toEqual([]);
    expect((await run(world)).erased).toEqual({ ...dry.erased, lists: 0 });
  });

  it('deletes ended sessions too, in which Twilio keeps the number', async () => {
    const world = await worldIn(simulator);
    await world.connect(alice, bob);
    await world.connect(carol, bob);
    await world.pass(4_000);
    await world.cleanup(carol);
    await world.cleanup(alice);
    expect(holdsAlice()).toBe(true);
    const kept = keptAtTwilio().length;
    expect(await run(world, { phones: [alice.number] })).toMatchObject({ twilio: { leftovers: 1 } });
    expect(holdsAlice()).toBe(false);
    expect(keptAtTwilio()).toHaveLength(kept - 1);
  });

  it('finds what cools off for a number alone when it is told the number', async () => {
    const world = await worldIn(simulator);
    await world.connect(alice, bob);
    await world.cleanup(alice);
    expect((await run(world, { apply: false })).erased.routes).toBe(0);
    expect((await run(world, { phones: [alice.number] })).erased).toMatchObject({ routes: 1, pairs: 1 });
  });

  it('works while Twilio is down, says what is left, and completes it later', async () => {
    const world = await worldIn(simulator);
    await world.connect(alice, bob);
    simulator.twilio.faults.add({ match: {}, effect: 'error', status: 503 });
    const result = await run(world);
    expect(result).toMatchObject({
      sessions: 0,
      pending: 1,
      twilio: { isSearched: false },
      isComplete: false,
    });
    expect(forgottenText(result, true)).toContain('Left: 1 session that could not be closed now.');
    expect(await world.store.sessions.liveSessions(alice.userId, world.store.deadline())).toEqual([]);
    simulator.twilio.faults.clear();
    expect(await run(world)).toMatchObject({ sessions: 1, pending: 0, isComplete: true });
    expect(holdsAlice()).toBe(false);
  });
});
