import { randomBytes } from 'node:crypto';
import type { Upstash } from '../../simulator/upstash';
import type { SessionId } from '../../src/masking/session';
import { type Erased, RedisMaintenance, type Seen } from '../../src/store/redis-maintenance';
import { numberHash, pairHash } from '../../src/store/seal';
import { onBothEngines } from '../support/engines';
import { pairOf, person } from '../support/people';
import { newId, newSid, type StoreUnderTest, storeIn } from '../support/store';

const [alice, bob, carol] = [person(1), person(2), person(3)] as const;
const RESERVATION_MS = 13_000;
const SETTLED_MS = 75_000;

interface Fixture extends StoreUnderTest {
  readonly maintenance: RedisMaintenance;
}

async function reserve(store: StoreUnderTest, caller = alice, callee = bob): Promise<SessionId> {
  const sessionId = newId();
  await store.sessions.reserve({ pair: pairOf(caller, callee), sessionId }, store.deadline());
  return sessionId;
}

async function open(store: StoreUnderTest, caller = alice, callee = bob) {
  const sessionId = newId();
  const decision = await store.sessions.reserve(
    { pair: pairOf(caller, callee), sessionId },
    store.deadline(),
  );
  if (decision.kind !== 'reserved') throw new Error(decision.kind);
  const sid = newSid();
  await store.sessions.confirm({ sessionId, sid, numbers: decision.numbers, closed: [] }, store.deadline());
  return { sessionId, sid };
}

async function all<T>(pages: AsyncIterable<readonly T[]>): Promise<T[]> {
  const found: T[] = [];
  for await (const page of pages) found.push(...page);
  return found;
}

async function total(steps: AsyncIterable<Erased>): Promise<Erased> {
  const sum = { calls: 0, routes: 0, pairs: 0, quotas: 0, lists: 0 };
  for await (const step of steps) {
    for (const kind of ['calls', 'routes', 'pairs', 'quotas', 'lists'] as const) sum[kind] += step[kind];
  }
  return sum;
}

onBothEngines('the maintenance of the store', (engine: () => Upstash) => {
  const fresh = async (): Promise<Fixture> => {
    const store = await storeIn(engine(), { numbers: 12 });
    return { ...store, maintenance: new RedisMaintenance(store.runner, store.settings, store.now) };
  };
  const kindOf = async ({ maintenance, now }: Fixture, seen: Seen, apply = false) => {
    const [finding] = await maintenance.compare([seen], { startedMs: now(), apply });
    return finding?.kind;
  };

  describe('the walk over sessions', () => {
    it('finds every one, with what names its users', async () => {
      const store = await fresh();
      const opened = await Promise.all(
        Array.from({ length: 30 }, (_, index) => open(store, person(100 + index), person(200 + index))),
      );
      const found = await all(store.maintenance.sessions());
      expect(new Set(found.map((one) => one.sessionId))).toEqual(new Set(opened.map((one) => one.sessionId)));
      const first = found.find((one) => one.sessionId === opened[0]?.sessionId);
      expect(first?.userIds).toEqual(['user-100', 'user-200']);
      expect(first?.seals.map(({ hash }) => hash)).toEqual(
        [person(100), person(200)].map(({ number }) => numberHash(number, store.settings.lookupKey)),
      );
    });

    it('finds nothing in an empty store', async () => {
      expect(await all((await fresh()).maintenance.sessions())).toEqual([]);
    });
  });

  describe('the comparison', () => {
    it.each([
      ['live', 'agreed'],
      ['closed', 'missing'],
      ['absent', 'missing'],
    ] as const)('of an open session that is %s at the switchboard answers %s', async (seen, kind) => {
      const store = await fresh();
      const session = await open(store);
      expect(await kindOf(store, { ...session, seen })).toBe(kind);
    });

    it.each([
      ['live', 'unknown'],
      ['closed', 'ended'],
      ['absent', 'agreed'],
    ] as const)('of a session that is not on record and %s answers %s', async (seen, kind) => {
      const store = await fresh();
      expect(await kindOf(store, { sessionId: newId(), sid: newSid(), seen })).toBe(kind);
    });

    it('never touches a session whose request may still be at work', async () => {
      const store = await fresh();
      const sessionId = await reserve(store);
      for (const seen of ['live', 'absent'] as const) {
        expect(await kindOf(store, { sessionId, seen }, true)).toBe('in_flight');
      }
      await store.sessions.confirm(
        { sessionId, sid: newSid(), numbers: (await numbersOf(store)) as never, closed: [] },
        store.deadline(),
      );
      expect(await store.sessions.liveSessions(alice.userId, store.deadline())).toHaveLength(1);
    });

    it('ends a reservation past its deadline, so that no later connect takes it over', async () => {
      const store = await fresh();
      const sessionId = await reserve(store);
      store.pass(RESERVATION_MS);
      expect(await kindOf(store, { sessionId, sid: newSid(), seen: 'live' }, true)).toBe('overdue');
      const again = await store.sessions.reserve(
        { pair: pairOf(alice, bob), sessionId: newId() },
        store.deadline(),
      );
      expect(again).toMatchObject({ kind: 'reserved' });
      expect(again).not.toMatchObject({ sessionId });
    });

    it('waits for a lost request that may still take effect before it gives up a reservation', async () => {
      const store = await fresh();
      const sessionId = await reserve(store);
      await store.sessions.abandon(sessionId, [], store.deadline());
      expect(await kindOf(store, { sessionId, seen: 'absent' })).toBe('in_flight');
      store.pass(SETTLED_MS);
      expect(await kindOf(store, { sessionId, seen: 'absent' })).toBe('overdue');
    });

    it('changes nothing before it is applied, and stops the routes when it is', async () => {
      const store = await fresh();
      const session = await open(store);
      await kindOf(store, { ...session, seen: 'absent' });
      expect(await store.sessions.liveSessions(alice.userId, store.deadline())).toHaveLength(1);
      await kindOf(store, { ...session, seen: 'absent' }, true);
      expect(await store.sessions.liveSessions(alice.userId, store.deadline())).toEqual([]);
      expect(await kindOf(store, { ...session, seen: 'live' })).toBe('closing');
    });

    it('ends what is past its end here only when an extension can no longer be on its way', async () => {
      const store = await fresh();
      const session = await open(store);
      store.pass(3_601_000);
      expect(await kindOf(store, { ...session, seen: 'live' })).toBe('agreed');
      store.pass(SETTLED_MS);
      expect(await kindOf(store, { ...session, seen: 'live' })).toBe('expired');
      expect(await kindOf(store, { ...session, seen: 'closed' })).toBe('ended');
      expect(await kindOf(store, { ...session, seen: 'absent' })).toBe('agreed');
    });

    it('leaves a record alone that is about another session than the one seen', async () => {
      const store = await fresh();
      const { sessionId } = await open(store);
      expect(await kindOf(store, { sessionId, sid: newSid(), seen: 'closed' }, true)).toBe('agreed');
      expect(await store.sessions.liveSessions(alice.userId, store.deadline())).toHaveLength(1);
    });
  });

  describe('resealing', () => {
    it('replaces exactly what was read, and never brings a forgotten session back', async () => {
      const store = await fresh();
      const { sessionId } = await open(store);
      const [record] = await all(store.maintenance.sessions());
      const from = record?.seals[0]?.sealed ?? '';
      const change = { sessionId, field: 'ea', from, to: 'd2.new' } as const;
      expect(await store.maintenance.reseal([change])).toBe(1);
      expect(await store.maintenance.reseal([change])).toBe(0);
      await store.sessions.finishClosing([sessionId], store.deadline());
      expect(await store.maintenance.reseal([{ ...change, from: 'd2.new' }])).toBe(0);
      expect(await all(store.maintenance.sessions())).toEqual([]);
    });
  });

  describe('erasing a user', () => {
    const hashOf = (store: StoreUnderTest, { number }: typeof alice) =>
      numberHash(number, store.settings.lookupKey);
    const identityOf = (store: StoreUnderTest, sessionIds: readonly SessionId[]) => ({
      userId: alice.userId,
      hashes: [hashOf(store, alice)],
      pairs: [pairHash(alice.userId, bob.userId, store.settings.lookupKey)],
      sessionIds,
    });

    it('leaves no key that names the user, and everything of others', async () => {
      const store = await fresh();
      const session = await open(store);
      const other = await open(store, carol, bob);
      const interactionId = `KI${randomBytes(16).toString('hex')}`;
      await store.interactions.judge({ ...session, interactionId, kind: 'voice' }, store.deadline());
      expect(await all(store.maintenance.callsOf(alice.userId))).toEqual([
        { sessionId: session.sessionId, peerId: bob.userId },
      ]);
      const identity = identityOf(store, [session.sessionId]);
      const before = await total(store.maintenance.eraseUser(identity, { apply: false }));
      expect(before).toEqual({ calls: 1, routes: 1, pairs: 1, quotas: 4, lists: 1 });
      await store.sessions.finishClosing([session.sessionId], store.deadline());
      const erased = await total(store.maintenance.eraseUser(identity, { apply: true }));
      expect(erased).toEqual({ ...before, lists: 0 });
      expect(await everythingIn(store)).not.toMatch(new RegExp(`${alice.userId}\\b|${hashOf(store, alice)}`));
      expect(await kindOf(store, { ...other, seen: 'live' })).toBe('agreed');
      const again = await total(store.maintenance.eraseUser(identity, { apply: true }));
      expect(again).toEqual({ calls: 0, routes: 0, pairs: 0, quotas: 0, lists: 0 });
    });

    it('keeps what is needed to close a session that is still on record', async () => {
      const store = await fresh();
      const session = await open(store);
      await store.sessions.beginClosingAll(alice.userId, store.deadline());
      const identity = identityOf(store, [session.sessionId]);
      const erased = await total(store.maintenance.eraseUser(identity, { apply: true }));
      expect(erased).toMatchObject({ routes: 0, pairs: 0, lists: 0 });
      const { sessions } = await store.sessions.beginClosingAll(alice.userId, store.deadline());
      expect(sessions).toEqual([session]);
    });

    it('takes an id that looks like a pattern or like another key literally', async () => {
      const store = await fresh();
      await open(store);
      for (const userId of ['user-*', 'user-', 'user-1:h', '*', '.*']) {
        const identity = { userId: userId as typeof alice.userId, hashes: [], pairs: [], sessionIds: [] };
        const found = await total(store.maintenance.eraseUser(identity, { apply: false }));
        expect(found).toEqual({ calls: 0, routes: 0, pairs: 0, quotas: 0, lists: 0 });
      }
    });
  });
});

async function numbersOf(store: StoreUnderTest) {
  const decision = await store.sessions.reserve(
    { pair: pairOf(carol, bob), sessionId: newId() },
    store.deadline(),
  );
  return decision.kind === 'reserved' ? decision.numbers : undefined;
}

/** Every key with its value, as one text. */
async function everythingIn({ upstash, settings }: StoreUnderTest): Promise<string> {
  const command = async (...args: string[]): Promise<unknown> => {
    const headers = { authorization: `Bearer ${upstash.token}` };
    const answer = await fetch(upstash.url, { method: 'POST', headers, body: JSON.stringify(args) });
    return ((await answer.json()) as { result: unknown }).result;
  };
  const keys = (await command('keys', `${settings.prefix}*`)) as string[];
  const values = await Promise.all(
    keys.map(async (key) => {
      const type = await command('type', key);
      if (type === 'hash') return command('hgetall', key);
      return type === 'zset' ? command('zrange', key, '0', '-1') : command('get', key);
    }),
  );
  return JSON.stringify([keys, values]);
}
