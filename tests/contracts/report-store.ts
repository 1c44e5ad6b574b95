import type { Upstash } from '../../simulator/upstash';
import type { NewReport, ReportId, ReportState } from '../../src/masking/reports';
import { RedisOutbox } from '../../src/store/redis-outbox';
import { RedisReportStore } from '../../src/store/redis-report-store';
import { newReportId } from '../../src/wiring';
import { undescribedIn } from '../support/event-schema';
import { pairOf } from '../support/people';
import { newId, storeIn } from '../support/store';
import { alice, bob, carol, command, judge, nextId, open } from './interaction-store/fixture';

const WORDS = '約束の場所に来ませんでした。090-1234-5678 に電話してと言われました。';
const DAY_MS = 86_400_000;

/** What every store of reports must do, whatever engine is below. */
export function reportStoreContract(engine: () => Upstash): void {
  const start = Math.ceil(Date.now() / 1_000) * 1_000;
  const fresh = async (settings = {}) => {
    const store = await storeIn(engine(), { settings, clock: () => start });
    return { ...store, reports: new RedisReportStore(store.runner, store.settings, store.now) };
  };
  type Store = Awaited<ReturnType<typeof fresh>>;
  const report = (changes: Partial<NewReport> = {}): NewReport => ({
    reportId: newReportId(),
    userId: alice.userId,
    peerId: bob.userId,
    reason: 'no_show',
    block: false,
    ...changes,
  });
  const file = (store: Store, changes?: Partial<NewReport>) =>
    store.reports.file(report(changes), store.deadline());
  const listOf = (store: Store, state: ReportState, cursor = 0) =>
    store.reports.list({ state, cursor }, store.deadline());
  const only = async (store: Store): Promise<ReportId> => {
    const [first] = (await listOf(store, 'open')).reports;
    if (first === undefined) throw new Error('no report is open');
    return first.reportId;
  };
  const show = (store: Store, id: ReportId) => store.reports.show(id, store.deadline());

  describe('a report', () => {
    it('is kept with the session of the pair, and shown with what the user wrote', async () => {
      const store = await fresh();
      const { sessionId } = await open(store);
      expect(await file(store, { text: WORDS })).toMatchObject({ kind: 'filed', sessions: [] });
      const expected = {
        userId: alice.userId,
        peerId: bob.userId,
        reason: 'no_show',
        state: 'open',
        filedAtMs: start,
        changedAtMs: start,
        sessionId,
      };
      expect((await listOf(store, 'open')).reports).toEqual([{ ...expected, reportId: expect.any(String) }]);
      expect(await show(store, await only(store))).toMatchObject({ ...expected, text: WORDS });
    });

    it('holds the words sealed, and nowhere else', async () => {
      const store = await fresh({ announcesEvents: true });
      await file(store, { text: WORDS });
      const { prefix } = store.settings;
      const keys = (await command(store, 'keys', `${prefix}report:*`)) as string[];
      const held = JSON.stringify(await command(store, 'hgetall', keys[0] ?? ''));
      expect(held).toContain('"tx"');
      expect(held).not.toContain('1234');
      const log = JSON.stringify(await command(store, 'hgetall', `${prefix}events:log`));
      expect(log).toContain('report.filed');
      expect(log).not.toContain('1234');
    });

    it('is filed once however often the request comes', async () => {
      const store = await fresh({ announcesEvents: true });
      const same = report({ block: true });
      for (let time = 0; time < 3; time += 1) await store.reports.file(same, store.deadline());
      expect((await listOf(store, 'open')).reports).toHaveLength(1);
      const outbox = new RedisOutbox(store.runner, store.settings, store.now);
      const events = await outbox.page(0, store.deadline());
      expect(events.flatMap(({ event }) => undescribedIn(event))).toEqual([]);
      expect(events.map(({ event }) => event)).toMatchObject([
        {
          type: 'report.filed',
          data: {
            reportId: same.reportId,
            userId: alice.userId,
            peerId: bob.userId,
            reason: 'no_show',
            blocked: true,
          },
        },
      ]);
    });

    it('blocks the partner in the same step where the user wants so', async () => {
      const store = await fresh();
      const { sessionId, sid } = await open(store);
      expect(await file(store, { block: true })).toMatchObject({
        kind: 'filed',
        sessions: [{ sessionId, sid }],
      });
      expect(await judge(store, sid)).toEqual({ kind: 'deny', reason: 'session_closed' });
      const request = { pair: pairOf(bob, alice), sessionId: newId() };
      expect(await store.sessions.reserve(request, store.deadline())).toEqual({ kind: 'unavailable' });
    });

    it('is one of at most twenty that a user files in a day', async () => {
      const store = await fresh();
      for (let count = 0; count < 20; count += 1) await file(store);
      expect(await file(store)).toEqual({
        kind: 'too_many',
        retryAfterSeconds: expect.closeTo(86_400, -2),
      });
      expect(await file(store, { userId: carol.userId })).toMatchObject({ kind: 'filed' });
    });

    it('goes from open to in review to closed, in whose hands it is known', async () => {
      const store = await fresh();
      await file(store);
      const reportId = await only(store);
      for (const state of ['in_review', 'closed', 'closed'] as const) {
        store.pass(1_000);
        const change = { reportId, state, handler: 'sato' };
        expect(await store.reports.update(change, store.deadline())).toBe(true);
        expect((await listOf(store, 'open')).reports).toEqual([]);
        expect((await listOf(store, state)).reports).toMatchObject([{ reportId, state, handler: 'sato' }]);
      }
      expect(await show(store, reportId)).toMatchObject({ filedAtMs: start, changedAtMs: start + 3_000 });
    });

    it('that does not exist is neither shown nor changed', async () => {
      const store = await fresh();
      const reportId = newReportId();
      expect(await show(store, reportId)).toBeUndefined();
      const change = { reportId, state: 'closed' as const, handler: 'sato' };
      expect(await store.reports.update(change, store.deadline())).toBe(false);
      expect((await listOf(store, 'closed')).reports).toEqual([]);
    });

    it('shows the calls of the pair and how often texts of each were rejected', async () => {
      const store = await fresh();
      const { sid } = await open(store);
      const other = await open(store, carol, bob);
      const call = nextId();
      await judge(store, sid, call);
      await judge(store, other.sid);
      await command(store, 'hset', `${store.settings.prefix}tally:${bob.userId}`, 'texts', '3', 'phone', '2');
      await file(store);
      const shown = await show(store, await only(store));
      expect(shown?.calls).toMatchObject([{ callId: call, kind: 'voice', startedAtMs: start }]);
      expect(shown?.violations).toEqual({ user: {}, peer: { texts: 3, phone: 2 } });
    });

    it('goes after the configured number of days, also from the lists', async () => {
      const store = await fresh({ reportDays: 2 });
      await file(store);
      const name = `${store.settings.prefix}report:${await only(store)}`;
      expect(Number(await command(store, 'pttl', name))).toBeLessThanOrEqual(2 * DAY_MS);
      store.pass(2 * DAY_MS + 1);
      await file(store, { userId: carol.userId });
      expect((await listOf(store, 'open')).reports).toMatchObject([{ userId: carol.userId }]);
    });
  });

  describe('the list of reports', () => {
    it('has the oldest first, a hundred a page', async () => {
      const store = await fresh();
      for (let index = 0; index < 101; index += 1) {
        await file(store, { userId: `user-${index}` as typeof alice.userId });
        store.pass(1);
      }
      const first = await listOf(store, 'open');
      expect([first.reports.length, first.cursor, first.reports[0]?.userId]).toEqual([100, 100, 'user-0']);
      expect(await listOf(store, 'open', 100)).toEqual({ reports: [expect.anything()] });
    });

    it('has the report that was filed first before others, in whatever order they were taken up', async () => {
      const store = await fresh();
      for (const from of [alice, carol]) {
        await file(store, { userId: from.userId });
        store.pass(1);
      }
      const filed = (await listOf(store, 'open')).reports.map(({ reportId }) => reportId);
      for (const reportId of filed.toReversed()) {
        const change = { reportId, state: 'in_review' as const, handler: 'sato' };
        await store.reports.update(change, store.deadline());
        store.pass(1);
      }
      const taken = (await listOf(store, 'in_review')).reports.map(({ reportId }) => reportId);
      expect(taken).toEqual(filed);
    });
  });
}
