import { randomBytes } from 'node:crypto';
import type { ProxyNumber } from '../../src/masking/numbers';
import type { SessionId } from '../../src/masking/session';
import { RedisCallLog } from '../../src/store/redis-call-log';
import { erasedTogether } from '../../src/store/redis-maintenance';
import { RedisOutbox } from '../../src/store/redis-outbox';
import { RedisReportStore } from '../../src/store/redis-report-store';
import { numberHash, pairHash } from '../../src/store/seal';
import { newReportId } from '../../src/wiring';
import { onBothEngines } from '../support/engines';
import { pairOf, person } from '../support/people';
import { newId, type StoreUnderTest } from '../support/store';
import { all, fixtureIn, kindOf, open, total } from './maintenance-fixture';

const NOTHING = erasedTogether([]);
const [alice, bob, carol] = [person(1), person(2), person(3)] as const;

onBothEngines('the maintenance of the store', (engine) => {
  const fresh = () => fixtureIn(engine());

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
      const to = '+815039999999' as ProxyNumber;
      const stray = { interactionId: newReportId(), kind: 'message', from: alice.number, to } as const;
      expect(await store.interactions.route(stray, store.deadline())).toEqual({ kind: 'unknown' });
      const identity = identityOf(store, [session.sessionId]);
      const before = await total(store.maintenance.eraseUser(identity, { apply: false }));
      expect(before).toEqual({ ...NOTHING, calls: 1, routes: 1, pairs: 1, quotas: 2, lists: 2 });
      await store.sessions.finishClosing([session.sessionId], store.deadline());
      const erased = await total(store.maintenance.eraseUser(identity, { apply: true }));
      expect(erased).toEqual({ ...before, lists: 1 });
      expect(await everythingIn(store)).not.toMatch(new RegExp(`${alice.userId}\\b|${hashOf(store, alice)}`));
      expect(await kindOf(store, { ...other, seen: 'live' })).toBe('agreed');
      const again = await total(store.maintenance.eraseUser(identity, { apply: true }));
      expect(again).toEqual(NOTHING);
    });

    it('erases whose missed calls the user was texted of, and who was texted of the user’s', async () => {
      const store = await fresh();
      const session = await open(store);
      const log = new RedisCallLog(store.runner, store.settings, store.now);
      for (const senderSid of ['a', 'b']) {
        const interactionId = `KI${randomBytes(16).toString('hex')}`;
        const question = { ...session, interactionId, kind: 'voice', senderSid } as const;
        await store.interactions.judge(question, store.deadline());
        const claim = { interactionId, deed: 'missed_call_notice', requestId: 'r1' } as const;
        expect(await log.claim(claim, store.deadline())).toBe(true);
      }
      await store.sessions.finishClosing([session.sessionId], store.deadline());
      const traces = async () => (await everythingIn(store)).match(/missed:.*/g);
      expect((await traces())?.join()).toContain(alice.userId);
      const identity = identityOf(store, [session.sessionId]);
      await total(store.maintenance.eraseUser(identity, { apply: true }));
      expect(await traces()).toBeNull();
    });

    it('erases what a reservation took the place of', async () => {
      const store = await fresh();
      const { sessionId } = await open(store);
      await store.sessions.finishClosing([sessionId], store.deadline());
      const again = { pair: pairOf(alice, bob), sessionId: newId() };
      expect(await store.sessions.reserve(again, store.deadline())).toMatchObject({ kind: 'reserved' });
      await store.sessions.release(again.sessionId, [], store.deadline());
      expect(await everythingIn(store)).toContain(`c${hashOf(store, alice)}`);
      await total(store.maintenance.eraseUser(identityOf(store, [sessionId]), { apply: true }));
      expect(await everythingIn(store)).not.toContain(hashOf(store, alice));
    });

    it('erases what is kept of the user’s rejected texts, and no more', async () => {
      const store = await fresh();
      const items = ['1', '2', '3'].map((id) => ({ id, kinds: ['phone'] }));
      for (const { userId } of [alice, bob])
        await store.violations.countViolations(userId, items, store.deadline());
      const identity = { userId: alice.userId, hashes: [], pairs: [], sessionIds: [] };
      const erased = await total(store.maintenance.eraseUser(identity, { apply: true }));
      expect(erased).toMatchObject({ violations: 3, quotas: 0, lists: 0 });
      const left = await store.violations.violationsOf(alice.userId, store.deadline());
      expect(left).toEqual({ counts: { texts: 0, pauses: 0 } });
      const others = await store.violations.violationsOf(bob.userId, store.deadline());
      expect(others).toMatchObject({ counts: { texts: 3, phone: 3, pauses: 1 } });
    });

    it('erases the blocks that the user made, and leaves others the blocks that protect them', async () => {
      const store = await fresh();
      const ofUsers = (from: typeof alice, to: typeof alice) => ({ userId: from.userId, peerId: to.userId });
      await store.blocks.block(ofUsers(alice, carol), store.deadline());
      await store.blocks.block(ofUsers(bob, alice), store.deadline());
      const identity = identityOf(store, []);
      expect(await total(store.maintenance.eraseUser(identity, { apply: true }))).toMatchObject({
        blocks: 1,
      });
      expect(await store.blocks.blocksOf({ userId: alice.userId }, store.deadline())).toEqual({ blocks: [] });
      const kept = await store.blocks.blocksOf({ userId: bob.userId }, store.deadline());
      expect(kept.blocks).toMatchObject([{ peerId: alice.userId }]);
    });

    it('takes the id and the words out of what the user reported, and keeps an open report about the user', async () => {
      const store = await fresh();
      const reports = new RedisReportStore(store.runner, store.settings, store.now);
      const file = (from: typeof alice, to: typeof alice, text: string) => {
        const users = { userId: from.userId, peerId: to.userId };
        const report = { ...users, reportId: newReportId(), reason: 'other' as const, text, block: false };
        return reports.file(report, store.deadline()).then(() => report.reportId);
      };
      const [own, about] = [await file(alice, bob, 'by alice'), await file(bob, alice, 'by bob')];
      const erase = () => total(store.maintenance.eraseUser(identityOf(store, []), { apply: true }));
      expect(await erase()).toMatchObject({ reports: 1, quotas: 1 });
      const seen = await reports.show(own, store.deadline());
      expect(seen).toMatchObject({ userId: '', peerId: bob.userId, reason: 'other' });
      expect(seen).not.toHaveProperty('text');
      expect(await reports.show(about, store.deadline())).toMatchObject({ text: 'by bob' });
      const closed = { reportId: about, state: 'closed' as const, handler: 'sato' };
      await reports.update(closed, store.deadline());
      expect(await erase()).toMatchObject({ reports: 1 });
      expect(await reports.show(about, store.deadline())).toBeUndefined();
      expect(await everythingIn(store)).not.toMatch(new RegExp(`${alice.userId}\\b`));
    });

    it('erases events about the user that were delivered, and lets those that wait go out', async () => {
      const store = await fixtureIn(engine(), { announcesEvents: true });
      const outbox = new RedisOutbox(store.runner, store.settings, store.now);
      await open(store);
      const [batch] = await outbox.claim(1, store.deadline());
      if (batch === undefined) throw new Error('nothing was told');
      const delivered = batch.events.map(({ number }) => number);
      await outbox.settle([{ ...batch, delivered, failed: false }], store.deadline());
      await store.sessions.beginClosingAll(alice.userId, store.deadline());
      const erased = await total(store.maintenance.eraseUser(identityOf(store, []), { apply: true }));
      expect(erased).toMatchObject({ events: 1 });
      const left = await outbox.page(0, store.deadline());
      expect(left).toMatchObject([{ waits: true, event: { type: 'session.closed' } }]);
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
        expect(found).toEqual(NOTHING);
      }
    });
  });
});

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
