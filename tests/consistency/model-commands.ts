import fc, { type AsyncCommand } from 'fast-check';
import { blockPartner } from '../../src/masking/blocks';
import { DependencyError } from '../../src/masking/errors';
import type { Death } from '../support/gate';
import { type Action, runUntilDeath } from '../support/victim';
import { checkEveryNumber } from './model-check';
import { call, closeAtTwilio, replay, text } from './model-interactions';
import type { Model } from './model-state';
import type { Reality } from './model-world';

/** What goes wrong during one request, and then no more. */
type Fault = (typeof FAULTS)[number];
const NONE = 'nothing';
const FAULTS = [
  NONE,
  'Redis loses an answer',
  'Redis loses two answers',
  'Redis refuses',
  'Twilio answers 500',
  'Twilio loses an answer',
  'Twilio loses two answers',
  'Twilio answers nonsense',
] as const;

function inflict({ world }: Reality, fault: Fault): void {
  const { upstash, twilio } = world.simulator;
  const rules: Record<Fault, () => unknown> = {
    [NONE]: () => undefined,
    'Redis loses an answer': () => upstash.faults.add({ effect: 'reset-after', times: 1 }),
    'Redis loses two answers': () => upstash.faults.add({ effect: 'reset-after', times: 2 }),
    'Redis refuses': () => upstash.faults.add({ effect: 'error', times: 1 }),
    'Twilio answers 500': () => twilio.faults.add({ match: {}, effect: 'error', times: 1 }),
    'Twilio loses an answer': () => twilio.faults.add({ match: {}, effect: 'reset-after', times: 1 }),
    'Twilio loses two answers': () => twilio.faults.add({ match: {}, effect: 'reset-after', times: 2 }),
    'Twilio answers nonsense': () => twilio.faults.add({ match: {}, effect: 'malformed', times: 1 }),
  };
  rules[fault]();
}

/** Runs one request under a fault; undefined when the store could not answer, which is an outcome of its own. */
async function under<T>(real: Reality, fault: Fault, request: () => Promise<T>): Promise<T | undefined> {
  inflict(real, fault);
  try {
    return await request();
  } catch (error) {
    if (!(error instanceof DependencyError) || fault === NONE) throw error;
    return undefined;
  } finally {
    real.world.simulator.upstash.faults.clear();
    real.world.simulator.twilio.faults.clear();
  }
}

async function connect(model: Model, real: Reality, caller: number, callee: number, fault: Fault) {
  const wasCalm = model.isCalm && fault === NONE;
  const wasSilent = model.line(caller, callee).kind === 'silent';
  model.attempt(caller, callee);
  const outcome = await under(real, fault, () => real.connect(caller, callee));
  if (outcome !== undefined && model.blocks.stopped(caller, callee, outcome.kind)) return;
  if (outcome?.kind !== 'connected') {
    const allowed = ['in_progress', 'switchboard_unavailable', 'superseded', undefined];
    const mayBeFull = !real.isAmple && outcome?.kind === 'pool_exhausted';
    if (!mayBeFull && (wasCalm || !allowed.includes(outcome?.kind)))
      throw new Error(`a connect came to ${outcome?.kind} although nothing failed`);
    model.notConnected(caller, callee);
    return;
  }
  model.connected(caller, callee, outcome.tel, outcome.expiresAtMs);
  const { opened } = await real.sessionsOf(caller);
  if (wasCalm && wasSilent && opened !== 1) throw new Error(`a user has opened ${opened} sessions`);
}

async function cleanup(model: Model, real: Reality, user: number, fault: Fault) {
  const wasCalm = model.isCalm && fault === NONE;
  const outcome = await under(real, fault, () => real.world.cleanup(real.person(user)));
  if (outcome === undefined) return model.notCleanedUp(user);
  model.cleanedUp(user);
  const { all } = await real.sessionsOf(user);
  if (wasCalm && (outcome.pending > 0 || all > 0))
    throw new Error(`a cleanup left ${outcome.pending} pending and ${all} live although nothing failed`);
  if (all > outcome.pending) throw new Error(`${all} sessions live and only ${outcome.pending} pending`);
}

/** One of the two of the n-th number that somebody was told to dial blocks the other. */
async function block(model: Model, real: Reality, n: number, fault: Fault) {
  const promise = model.promises[n % Math.max(1, model.promises.length)];
  if (promise === undefined) return;
  const { user, partner } = promise;
  const [by, of] = n % 2 === 0 ? [user, partner] : [partner, user];
  const wasCalm = model.isCalm;
  const { store, switchboard } = real.world;
  const tools = { blocks: store.blocks, sessions: store.sessions, switchboard, deadline: store.deadline() };
  const relation = { userId: real.person(by).userId, peerId: real.person(of).userId };
  const outcome = await under(real, fault, async () => {
    await blockPartner(relation, tools);
    return 'made' as const;
  });
  if (outcome === undefined) return model.blockInDoubt(by, of);
  model.blocked(by, of);
  if (fault !== NONE) return model.trouble();
  const left = await real.sessionsBetween(by, of);
  if (wasCalm && left > 0) throw new Error(`a block left ${left} sessions although nothing failed`);
}

async function unblock(model: Model, real: Reality, by: number, of: number) {
  const { store } = real.world;
  const relation = { userId: real.person(by).userId, peerId: real.person(of).userId };
  await store.blocks.unblock(relation, store.deadline());
  model.blocks.takenBack(by, of);
}

async function crash(model: Model, real: Reality, caller: number, callee: number | undefined, death: Death) {
  const [user, peer] = [real.person(caller), real.person(callee ?? caller)];
  const action: Action =
    callee === undefined ? { kind: 'cleanup', user } : { kind: 'connect', caller: user, callee: peer };
  if (callee !== undefined) model.attempt(caller, callee);
  await runUntilDeath(real.world, action, death);
  if (callee === undefined) model.notCleanedUp(caller);
  else model.notConnected(caller, callee);
}

/** A command is its words for a report, and what it does; every one ends with a look at all numbers. */
function command(
  words: string,
  run: (model: Model, real: Reality) => Promise<void>,
): AsyncCommand<Model, Reality> {
  return {
    check: () => true,
    run: async (model, real) => {
      await run(model, real);
      await checkEveryNumber(model, real);
    },
    toString: () => words,
  };
}

const someone = fc.nat({ max: 3 });
const two = fc
  .tuple(someone, fc.integer({ min: 1, max: 3 }))
  .map(([one, step]) => [one, (one + step) % 4] as const);
const fault = fc.oneof({ weight: 3, arbitrary: fc.constant(NONE) }, fc.constantFrom(...FAULTS));
const death = fc.record({
  atRequest: fc.integer({ min: 1, max: 4 }),
  when: fc.constantFrom('before', 'after'),
});
const seconds = fc.constantFrom(1, 14, 14, 1_000, 3_700);
const many = fc.nat({ max: 99 });
/** How much more often than anything else. */
const CONNECTS = 5;

const connects = fc
  .tuple(two, fault)
  .map(([[a, b], f]) => command(`${a} connects with ${b}; ${f}`, (m, r) => connect(m, r, a, b, f)));

/** Everything that can happen on either switchboard; a session comes before most of it, so there are more connects than anything else. */
export const commands = [
  ...Array.from({ length: CONNECTS }, () => connects),
  fc.tuple(someone, fault).map(([a, f]) => command(`${a} cleans up; ${f}`, (m, r) => cleanup(m, r, a, f))),
  fc
    .tuple(two, death)
    .map(([[a, b], d]) =>
      command(`${a} dies connecting with ${b}, ${d.when} request ${d.atRequest}`, (m, r) =>
        crash(m, r, a, b, d),
      ),
    ),
  fc
    .tuple(someone, death)
    .map(([a, d]) =>
      command(`${a} dies cleaning up, ${d.when} request ${d.atRequest}`, (m, r) =>
        crash(m, r, a, undefined, d),
      ),
    ),
  seconds.map((s) => command(`${s} s pass`, (_, r) => r.world.pass(s))),
  many.map((n) => command(`call ${n}`, (m, r) => call(m, r, n))),
  many.map((n) => command(`text ${n}`, (m, r) => text(m, r, n))),
  many.map((n) => command(`callback ${n} once more`, (_, r) => replay(r, n))),
  many.map((n) => command(`Proxy closes ${n}`, async (m, r) => closeAtTwilio(m, r, n))),
  fc
    .tuple(many, fault)
    .map(([n, f]) => command(`somebody blocks the partner of ${n}; ${f}`, (m, r) => block(m, r, n, f))),
  two.map(([a, b]) => command(`${a} takes a block of ${b} back`, (m, r) => unblock(m, r, a, b))),
];

/** The same, while operators change their mind about the switchboard. */
export const commandsInTurns = [
  ...commands,
  fc.constant(command('the other switchboard', async (_, r) => r.changeSwitchboard())),
];
