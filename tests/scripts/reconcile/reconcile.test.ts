import { reconcile } from '../../../scripts/reconcile/reconcile';
import { reportText } from '../../../scripts/reconcile/report';
import type { Simulator } from '../../../simulator';
import { brokenInvariants } from '../../support/invariants';
import { pairOf, person } from '../../support/people';
import { newId } from '../../support/store';
import { runUntilDeath } from '../../support/victim';
import { startTestSimulator, type World, worldIn } from '../../support/world';
import { proxyTools } from '../proxy-tools';

const [alice, bob, carol] = [person(1), person(2), person(3)] as const;
const SETTLED_SECONDS = 75;

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startTestSimulator({ numbers: 12 });
});
afterAll(() => simulator.stop());

const run = (world: World, apply = true) => reconcile(proxyTools(world), { apply });
const kinds = ({ disagreements }: Awaited<ReturnType<typeof run>>) =>
  disagreements.map(({ kind, repair }) => [kind, repair]);

/** A session at Twilio that nobody wrote down. */
function createAtTwilio(world: World, uniqueName: string, index = 0) {
  const { sessions, services } = simulator.twilio.proxy;
  const service = services.get(simulator.serviceSid);
  if (!('sid' in service)) throw new Error('no service');
  const created = sessions.create(service, {
    uniqueName,
    mode: 'voice-only',
    ttl: 3_600,
    participants: [0, 1].map((side) => ({
      identifier: person(5_000 + index * 2 + side).number,
      proxyIdentifier: simulator.numbers[side],
    })),
  } as never);
  if (!('sid' in created)) throw new Error(created.message);
  return { ...created, world };
}

describe('reconcile', () => {
  it('leaves sessions of the voice switchboard alone, and does not count them', async () => {
    const world = await worldIn(simulator, { settings: { switchboard: 'voice' } });
    await world.connect(alice, bob);
    expect(await run(world)).toMatchObject({ atTwilio: 0, onRecord: 0, disagreements: [] });
    expect(await world.store.sessions.liveSessions(alice.userId, world.store.deadline())).toHaveLength(1);
  });

  it('finds nothing where both sides agree', async () => {
    const world = await worldIn(simulator);
    await world.connect(alice, bob);
    const result = await run(world);
    expect(result).toEqual({ atTwilio: 1, onRecord: 1, inFlight: 0, foreign: [], disagreements: [] });
    expect(reportText(result)).toContain('Both sides agree.');
    expect(world.liveAtTwilio()).toHaveLength(1);
  });

  it('changes nothing in a dry run', async () => {
    const world = await worldIn(simulator);
    createAtTwilio(world, newId());
    const result = await run(world, false);
    expect(kinds(result)).toEqual([['unknown', undefined]]);
    expect(reportText(result)).toContain('Nothing was changed. Repair with --apply.');
    expect(world.liveAtTwilio()).toHaveLength(1);
  });

  it('deletes a session that is not on record, and leaves alone one that is not ours', async () => {
    const world = await worldIn(simulator);
    createAtTwilio(world, newId());
    const foreign = createAtTwilio(world, 'somebody-else', 1);
    const result = await run(world);
    expect(kinds(result)).toEqual([['unknown', 'done']]);
    expect(result.foreign).toEqual([foreign.sid]);
    expect(world.liveAtTwilio().map(({ sid }) => sid)).toEqual([foreign.sid]);
  });

  it('forgets a session that Twilio has lost, so that the pair gets a new one', async () => {
    const world = await worldIn(simulator);
    await world.connect(alice, bob);
    simulator.twilio.proxy.sessions.deleteAll(simulator.serviceSid);
    expect(kinds(await run(world))).toEqual([['missing', 'done']]);
    expect(await brokenInvariants(world)).toEqual([]);
    expect(await world.connect(alice, bob)).toMatchObject({ kind: 'connected' });
    expect(world.liveAtTwilio()).toHaveLength(1);
  });

  it('deletes a session that Twilio has ended by itself, with the numbers that it keeps', async () => {
    const world = await worldIn(simulator);
    await world.connect(alice, bob);
    await world.pass(3_700);
    expect(kinds(await run(world))).toEqual([['ended', 'done']]);
    expect(simulator.twilio.proxy.sessions.page(simulator.serviceSid, 100).records).toEqual([]);
  });

  it('closes what a cleanup could not', async () => {
    const world = await worldIn(simulator);
    await world.connect(alice, bob);
    simulator.twilio.faults.add({ match: { method: 'DELETE' }, effect: 'error', status: 500 });
    expect(await world.cleanup(alice)).toMatchObject({ pending: 1 });
    expect(kinds(await run(world))).toEqual([['closing', 'failed']]);
    simulator.twilio.faults.clear();
    expect(kinds(await run(world))).toEqual([['closing', 'done']]);
    expect(world.liveAtTwilio()).toEqual([]);
    expect(kinds(await run(world))).toEqual([]);
  });

  it('never touches a fresh reservation, whether Twilio has its session already or not', async () => {
    const world = await worldIn(simulator);
    const sessionId = newId();
    await world.store.sessions.reserve({ pair: pairOf(alice, bob), sessionId }, world.store.deadline());
    expect(await run(world)).toMatchObject({ inFlight: 1, disagreements: [] });
    createAtTwilio(world, sessionId);
    expect(await run(world)).toMatchObject({ inFlight: 1, disagreements: [] });
    expect(world.liveAtTwilio()).toHaveLength(1);
  });

  it.each([1, 2, 3, 4])('repairs what a connect left that died at request %d', async (atRequest) => {
    for (const when of ['before', 'after'] as const) {
      const world = await worldIn(simulator);
      await world.connect(alice, carol);
      await runUntilDeath(world, { kind: 'connect', caller: alice, callee: bob }, { atRequest, when });
      await world.pass(SETTLED_SECONDS);
      await run(world);
      expect({ when, broken: await brokenInvariants(world) }).toEqual({ when, broken: [] });
      expect(kinds(await run(world))).toEqual([]);
    }
  });

  it('works beside live traffic without ending one of its sessions', async () => {
    const world = await worldIn(simulator);
    const connects = Array.from({ length: 60 }, (_, index) =>
      world.connect(person(100 + index), person(300 + index)),
    );
    let isBusy = true;
    const traffic = Promise.all(connects).finally(() => {
      isBusy = false;
    });
    let repaired = 0;
    while (isBusy) repaired += (await run(world)).disagreements.length;
    expect(new Set((await traffic).map(({ kind }) => kind))).toEqual(new Set(['connected']));
    expect(repaired).toBe(0);
    expect(world.liveAtTwilio()).toHaveLength(60);
    expect(await brokenInvariants(world)).toEqual([]);
  });

  it('takes its turn before every request to Twilio, and tells how far it is', async () => {
    const world = await worldIn(simulator);
    for (let index = 0; index < 3; index += 1) createAtTwilio(world, newId(), index);
    world.watch();
    const [pace, progress] = [jest.fn(async () => undefined), jest.fn()];
    await reconcile({ ...proxyTools(world, pace), progress }, { apply: true });
    expect(world.restCalls()).toHaveLength(4);
    expect(pace).toHaveBeenCalledTimes(4);
    expect([...new Set(progress.mock.calls.flat())]).toEqual([
      '3 sessions at Twilio read',
      '0 sessions on record read',
      ...['1 disagreement', '2 disagreements', '3 disagreements'].map((text) => `${text} found`),
      ...[1, 2, 3].map((done) => `${done} of 3 repaired`),
    ]);
  });

  it('reads more than one page of Twilio', async () => {
    const world = await worldIn(simulator);
    for (let index = 0; index < 230; index += 1) createAtTwilio(world, newId(), index);
    world.watch();
    const result = await run(world, false);
    expect(result.atTwilio).toBe(230);
    expect(result.disagreements).toHaveLength(230);
    expect(world.restCalls().filter((call) => call.startsWith('GET Sessions'))).toHaveLength(3);
  });

  it('says so when Twilio cannot be listed, and changes nothing', async () => {
    const world = await worldIn(simulator);
    await world.connect(alice, bob);
    simulator.twilio.faults.add({ match: { method: 'GET' }, effect: 'error', status: 500 });
    await expect(run(world)).rejects.toThrow(/^Twilio did not answer/);
    expect(world.liveAtTwilio()).toHaveLength(1);
    expect(await brokenInvariants(world)).toEqual([]);
  });
});
