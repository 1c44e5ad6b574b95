import type { Upstash } from '../../../simulator/upstash';
import type { ProxyNumber } from '../../../src/masking/numbers';
import { RedisCallLog } from '../../../src/store/redis-call-log';
import { RedisViolationStore } from '../../../src/store/redis-violation-store';
import type { StoreSettings } from '../../../src/store/settings';
import { pairOf } from '../../support/people';
import { HOUR_MS, newId, type StoreUnderTest } from '../../support/store';
import { alice, bob, judge, nextId, open } from '../interaction-store/fixture';
import { drain, start, telling, told, typesOf, users } from './fixture';

const MINUTE_MS = 60_000;
const LONGEST_CALL_MS = 4 * HOUR_MS;

/** What is told of calls and of texts that were stopped. */
export function describeCallsAndTexts(engine: () => Upstash): void {
  const fresh = (settings: Partial<StoreSettings> = {}, numbers = 10) => telling(engine, settings, numbers);

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

    it.each([
      ['answered', ['in-progress', 'ended'], 'completed'],
      ['not answered', ['ringing'], 'canceled'],
      ['never reported of', [], 'canceled'],
    ])('whose end was lost, and that was %s, is told as ended later, once', async (_, reports, status) => {
      const store = await fresh();
      const { sessionId, sid } = await open(store);
      const interactionId = nextId();
      await judge(store, sid, interactionId);
      const report = { sid, interactionId, kind: 'voice' as const };
      for (const reported of reports)
        await store.interactions.record({ ...report, status: reported }, store.deadline());
      const ends = async () => (await told(store)).filter(([type]) => type === 'call.ended');
      await drain(store);
      expect(await ends()).toEqual([]);
      store.pass(reports.includes('ended') ? MINUTE_MS : LONGEST_CALL_MS + MINUTE_MS);
      for (let time = 0; time < 2; time += 1) await drain(store);
      const end = ['call.ended', { sessionId, callId: interactionId, ...users, status }];
      expect(await ends()).toEqual([end]);
      await store.interactions.record({ ...report, status: 'completed' }, store.deadline());
      expect(await ends()).toEqual([end]);
    });

    it('that was recorded is told of with its recording, once, and not across a block', async () => {
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
      await store.blocks.block({ userId: alice.userId, peerId: bob.userId }, store.deadline());
      await log.keepRecording({ ...recording, recordingSid: `RE${'3'.repeat(32)}` }, store.deadline());
      expect((await typesOf(store)).slice(3)).toEqual(['session.closed']);
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
}
