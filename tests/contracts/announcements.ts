import type { Upstash } from '../../simulator/upstash';
import type { ProxyNumber } from '../../src/masking/numbers';
import { RedisCallLog } from '../../src/store/redis-call-log';
import { RedisOutbox } from '../../src/store/redis-outbox';
import { RedisViolationStore } from '../../src/store/redis-violation-store';
import { undescribedIn } from '../support/event-schema';
import { pairOf, person } from '../support/people';
import { HOUR_MS, newId, type StoreUnderTest, storeIn } from '../support/store';
import { alice, bob, carol, command, judge, nextId, open } from './interaction-store/fixture';

const users = { userId: alice.userId, peerId: bob.userId };

/** Which events the changes of the store write, whatever engine is below. */
export function announcementContract(engine: () => Upstash): void {
  const start = Math.ceil(Date.now() / 1_000) * 1_000;
  const fresh = (settings = {}, numbers = 10) =>
    storeIn(engine(), { settings: { announcesEvents: true, ...settings }, clock: () => start, numbers });

  /** Everything in the log, as type and data, the oldest first. */
  async function told(store: StoreUnderTest) {
    const outbox = new RedisOutbox(store.runner, store.settings, store.now);
    const events = await outbox.page(0, store.deadline());
    expect(events.flatMap(({ event }) => undescribedIn(event))).toEqual([]);
    return events.map(({ event: { type, data } }) => [type, data]);
  }
  const typesOf = async (store: StoreUnderTest) => (await told(store)).map(([type]) => type);
  const drain = (store: StoreUnderTest) =>
    new RedisOutbox(store.runner, store.settings, store.now).claim(10, store.deadline());
  const last = async (store: StoreUnderTest) => (await told(store)).at(-1);

  describe('a session', () => {
    it('is told to be open once it is, with its users and its end', async () => {
      const store = await fresh();
      await store.sessions.reserve({ pair: pairOf(carol, bob), sessionId: newId() }, store.deadline());
      const { sessionId } = await open(store);
      const expiresAtMs = start + HOUR_MS;
      expect(await told(store)).toEqual([['session.opened', { sessionId, ...users, expiresAtMs }]]);
    });

    it('is told once however often its opening is written down', async () => {
      const store = await fresh();
      const { sessionId, sid, numbers } = await open(store);
      await store.sessions.confirm({ sessionId, sid, numbers, closed: [] }, store.deadline());
      expect(await typesOf(store)).toEqual(['session.opened']);
    });

    it('is told the same of the voice switchboard, which opens in one step', async () => {
      const store = await fresh({ switchboard: 'voice' });
      const sessionId = newId();
      for (let time = 0; time < 2; time += 1)
        await store.sessions.reserve({ pair: pairOf(alice, bob), sessionId }, store.deadline());
      expect(await typesOf(store)).toEqual(['session.opened']);
      await store.sessions.beginClosingAll(alice.userId, store.deadline());
      expect(await last(store)).toMatchObject(['session.closed', { sessionId, ...users, reason: 'cleanup' }]);
    });

    it('is told to be closed once, at the instant when nothing passes any more', async () => {
      const store = await fresh();
      const { sessionId } = await open(store);
      store.pass(60_000);
      await store.sessions.beginClosingAll(alice.userId, store.deadline());
      await store.sessions.beginClosingAll(alice.userId, store.deadline());
      await store.sessions.finishClosing([sessionId], store.deadline());
      const closed = { sessionId, ...users, endedAtMs: start + 60_000, reason: 'cleanup' };
      expect((await told(store)).slice(1)).toEqual([['session.closed', closed]]);
    });

    it.each([
      ['replaced', (store: StoreUnderTest) => open(store, alice, carol)],
      [
        'blocked',
        (store: StoreUnderTest) =>
          store.blocks.block({ userId: bob.userId, peerId: alice.userId }, store.deadline()),
      ],
    ])('tells why it ended: %s', async (reason, action) => {
      const store = await fresh();
      const { sessionId } = await open(store);
      await action(store);
      const closed = (await told(store)).filter(([type]) => type === 'session.closed');
      expect(closed).toMatchObject([['session.closed', { sessionId, reason }]]);
    });

    it('that expired by itself is told by the next drain, with the instant of its end', async () => {
      const store = await fresh();
      const { sessionId } = await open(store);
      store.pass(HOUR_MS + 5_000);
      await drain(store);
      await drain(store);
      const closed = { sessionId, ...users, endedAtMs: start + HOUR_MS, reason: 'expired' };
      expect((await told(store)).slice(1)).toEqual([['session.closed', closed]]);
    });

    it('that expired is told by the next session that opens, also long after its record went', async () => {
      const store = await fresh();
      const { sessionId } = await open(store);
      await command(store, 'del', `${store.settings.prefix}session:${sessionId}`);
      store.pass(9 * HOUR_MS);
      await open(store, carol, person(7));
      const closed = (await told(store)).filter(([type]) => type === 'session.closed');
      expect(closed).toEqual([
        ['session.closed', { sessionId, endedAtMs: start + HOUR_MS, reason: 'expired' }],
      ]);
    });

    it('that was extended is not told to be over at its first end', async () => {
      const store = await fresh();
      const { sessionId } = await open(store);
      await store.sessions.confirmExtension(sessionId, start + 2 * HOUR_MS, store.deadline());
      store.pass(HOUR_MS + 1_000);
      await drain(store);
      expect(await typesOf(store)).toEqual(['session.opened']);
    });
  });

  describe('a call', () => {
    it('is told when it begins and how it ended, once, in whatever order its reports come', async () => {
      const store = await fresh();
      const { sessionId, sid } = await open(store);
      const interactionId = nextId();
      await judge(store, sid, interactionId);
      await judge(store, sid, interactionId);
      const report = { sid, interactionId, kind: 'voice' as const };
      for (const status of ['completed', 'in-progress', 'completed'])
        await store.interactions.record({ ...report, status, durationSeconds: 42 }, store.deadline());
      const call = { sessionId, callId: interactionId, ...users };
      expect((await told(store)).slice(1)).toEqual([
        ['call.started', call],
        ['call.ended', { ...call, status: 'completed', durationSeconds: 42 }],
      ]);
    });

    it('that was recorded is told of with its recording, once', async () => {
      const store = await fresh();
      const { sessionId, sid } = await open(store);
      const interactionId = nextId();
      await judge(store, sid, interactionId);
      const log = new RedisCallLog(store.runner, store.settings, store.now);
      const recordingSid = `RE${'1'.repeat(32)}` as const;
      const recording = { interactionId, recordingSid, kind: 'voicemail', durationSeconds: 9 } as const;
      for (let time = 0; time < 2; time += 1) await log.keepRecording(recording, store.deadline());
      const ids = { sessionId, callId: interactionId, ...users, recordingId: recordingSid };
      expect((await told(store)).slice(2)).toEqual([
        ['recording.ready', { ...ids, kind: 'voicemail', durationSeconds: 9 }],
      ]);
      const lost = { ...recording, interactionId: nextId(), recordingSid: `RE${'2'.repeat(32)}` as const };
      await log.keepRecording(lost, store.deadline());
      expect(await typesOf(store)).toHaveLength(3);
    });

    it('is not told where it is a text, or where nothing passed', async () => {
      const store = await fresh();
      const { sid } = await open(store);
      const text = { sid, interactionId: nextId(), kind: 'message' as const };
      await store.interactions.judge(text, store.deadline());
      await store.interactions.record({ ...text, status: 'delivered' }, store.deadline());
      store.pass(HOUR_MS + 1_000);
      await judge(store, sid);
      expect(await typesOf(store)).toEqual(['session.opened']);
    });
  });

  describe('a rejected text', () => {
    const rejected = { rejected: ['phone'], trace: '' };
    const write = async (store: StoreUnderTest, from: typeof alice, to: ProxyNumber) => {
      const text = {
        interactionId: nextId(),
        kind: 'message' as const,
        from: from.number,
        to,
        text: rejected,
      };
      return store.interactions.route(text, store.deadline());
    };

    it('is told with what it held and in which session, and the pause that follows of many', async () => {
      const store = await fresh({ switchboard: 'voice' });
      const sessionId = newId();
      const opened = await store.sessions.reserve({ pair: pairOf(alice, bob), sessionId }, store.deadline());
      if (opened.kind !== 'opened') throw new Error(opened.kind);
      for (let count = 0; count < 3; count += 1) await write(store, alice, opened.tel);
      const blocked = ['text.blocked', { sessionId, ...users, textId: expect.any(String), kinds: ['phone'] }];
      const untilAtMs = start + store.settings.pauses.pauseSeconds * 1_000;
      expect((await told(store)).slice(1)).toEqual([
        blocked,
        blocked,
        blocked,
        ['user.paused', { userId: alice.userId, untilAtMs }],
      ]);
    });

    it('is told also where the marketplace found it in its own chat', async () => {
      const store = await fresh();
      const violations = new RedisViolationStore(store.runner, store.settings, store.now);
      for (let time = 0; time < 2; time += 1) {
        const items = [{ id: 'chat-1', kinds: ['url'] }];
        await violations.countViolations(alice.userId, items, store.deadline());
      }
      expect(await told(store)).toEqual([
        ['text.blocked', { userId: alice.userId, textId: 'chat-1', kinds: ['url'] }],
      ]);
    });
  });

  describe('a pool', () => {
    it('is told to be nearly exhausted when a number has to be taken from its rest, once an hour', async () => {
      const store = await fresh({ maxSessionsPerUser: 9 }, 2);
      await open(store, alice, bob);
      await open(store, carol, bob);
      expect(await typesOf(store)).toEqual(['session.opened', 'session.opened']);
      await store.sessions.beginClosingAll(bob.userId, store.deadline());
      const { sessions } = await store.sessions.beginClosingAll(bob.userId, store.deadline());
      const gone = sessions.map(({ sessionId }) => sessionId);
      await store.sessions.finishClosing(gone, store.deadline());
      await open(store, person(8), bob);
      await open(store, person(9), bob);
      const scarce = (await told(store)).filter(([type]) => type === 'pool.nearly_exhausted');
      expect(scarce).toEqual([['pool.nearly_exhausted', { country: 'JP', exhausted: false }]]);
    });

    it('is told to be exhausted when a connect got no number', async () => {
      const store = await fresh({ maxSessionsPerUser: 9 }, 2);
      await open(store, alice, bob);
      await open(store, alice, carol);
      const refused = { pair: pairOf(alice, person(9)), sessionId: newId() };
      expect(await store.sessions.reserve(refused, store.deadline())).toMatchObject({ kind: 'exhausted' });
      expect(await last(store)).toEqual(['pool.nearly_exhausted', { country: 'JP', exhausted: true }]);
    });
  });

  it('writes nothing at all without a receiver', async () => {
    const store = await fresh({ announcesEvents: false });
    const { sid } = await open(store);
    await judge(store, sid);
    await store.sessions.beginClosingAll(alice.userId, store.deadline());
    const keys = (await command(store, 'keys', `${store.settings.prefix}*`)) as string[];
    expect(keys.filter((name) => /:(events|waiting):/.test(name))).toEqual([]);
  });
}
