import type { ConnectOutcome } from '../../src/masking/connect';
import type { ProxyNumber, RealNumber } from '../../src/masking/numbers';
import type { LiveSession, Participant } from '../../src/masking/session';
import { person } from '../support/people';

/** Who rings when a number is dialled, and what that phone shows. */
export interface Joined {
  readonly partner: RealNumber;
  readonly callerId: ProxyNumber;
}

/** The use cases on one switchboard, with a pool of five numbers and two sessions for each user. */
export interface SwitchboardUnderTest {
  connect(caller: Participant, callee: Participant): Promise<ConnectOutcome>;
  cleanup(user: Participant): Promise<{ closed: number; pending: number }>;
  liveSessions(user: Participant): Promise<readonly LiveSession[]>;
  /** What the switchboard does with a call; undefined where it joins nobody. */
  dial(from: RealNumber, to: ProxyNumber): Promise<Joined | undefined>;
  pass(seconds: number): Promise<void>;
}

const [alice, bob, carol, dave] = [person(1), person(2), person(3), person(4)] as const;

/** What users can rely on, whichever switchboard joins them. */
export function switchboardContract(start: () => Promise<SwitchboardUnderTest>): void {
  let service: SwitchboardUnderTest;
  beforeEach(async () => {
    service = await start();
  });

  async function connected(caller: Participant, callee: Participant) {
    const outcome = await service.connect(caller, callee);
    if (outcome.kind !== 'connected') throw new Error(`expected a connection, got ${outcome.kind}`);
    const tels = await service.liveSessions(callee);
    const calleeTel = tels.find(({ peerId }) => peerId === caller.userId)?.tel ?? ('none' as ProxyNumber);
    return { ...outcome, calleeTel };
  }

  it('joins the two in both directions, and each sees the number to call back', async () => {
    const { tel, calleeTel } = await connected(alice, bob);
    expect(await service.dial(alice.number, tel)).toEqual({ partner: bob.number, callerId: calleeTel });
    expect(await service.dial(bob.number, calleeTel)).toEqual({ partner: alice.number, callerId: tel });
  });

  it('joins nobody else', async () => {
    const { tel, calleeTel } = await connected(alice, bob);
    expect(await service.dial(carol.number, tel)).toBeUndefined();
    expect(await service.dial(alice.number, calleeTel)).toBeUndefined();
  });

  it('gives the same pair the same number, from either side', async () => {
    const { tel, calleeTel, expiresAtMs } = await connected(alice, bob);
    expect(await service.connect(alice, bob)).toMatchObject({ tel, expiresAtMs });
    expect(await service.connect(bob, alice)).toMatchObject({ tel: calleeTel });
  });

  it('joins nobody after a cleanup by either of the two', async () => {
    const { tel, calleeTel } = await connected(alice, bob);
    expect(await service.cleanup(bob)).toEqual({ closed: 1, pending: 0 });
    expect(await service.dial(alice.number, tel)).toBeUndefined();
    expect(await service.dial(bob.number, calleeTel)).toBeUndefined();
    expect(await service.cleanup(bob)).toEqual({ closed: 0, pending: 0 });
  });

  it('joins nobody after the end that was announced', async () => {
    const { tel } = await connected(alice, bob);
    await service.pass(3_590);
    expect(await service.dial(alice.number, tel)).toBeDefined();
    await service.pass(11);
    expect(await service.dial(alice.number, tel)).toBeUndefined();
  });

  it('lets a session that is asked for again live longer', async () => {
    const { tel, expiresAtMs } = await connected(alice, bob);
    await service.pass(1_800);
    const again = await connected(alice, bob);
    expect(again.expiresAtMs - expiresAtMs).toBeGreaterThan(1_790_000);
    await service.pass(3_000);
    expect(await service.dial(alice.number, tel)).toMatchObject({ partner: bob.number });
  });

  it('ends the oldest session of a user who opens one more than allowed', async () => {
    const first = await connected(alice, bob);
    await service.pass(1);
    const second = await connected(alice, carol);
    await service.pass(1);
    const third = await connected(alice, dave);
    expect(await service.dial(alice.number, first.tel)).toBeUndefined();
    expect(await service.dial(alice.number, second.tel)).toMatchObject({ partner: carol.number });
    expect(await service.dial(alice.number, third.tel)).toMatchObject({ partner: dave.number });
  });

  it('keeps the sessions of many callers of one user apart, and refuses one more than it has numbers', async () => {
    const callers = Array.from({ length: 5 }, (_, index) => person(10 + index));
    const sessions = await Promise.all(callers.map((caller) => connected(caller, bob)));
    for (const [index, { calleeTel }] of sessions.entries())
      expect(await service.dial(bob.number, calleeTel)).toMatchObject({ partner: callers[index]?.number });
    expect(await service.connect(person(20), bob)).toMatchObject({ kind: 'pool_exhausted' });
  });

  it('gives a pair its former numbers again', async () => {
    const { tel, calleeTel } = await connected(alice, bob);
    await service.cleanup(alice);
    await connected(alice, carol);
    expect(await connected(alice, bob)).toMatchObject({ tel, calleeTel });
  });

  it('refuses a pair of one user, and a pair of one number', async () => {
    expect(await service.connect(alice, alice)).toEqual({ kind: 'same_user' });
    expect(await service.connect(alice, { ...bob, number: alice.number })).toEqual({ kind: 'same_number' });
  });
}
