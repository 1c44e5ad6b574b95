import fc from 'fast-check';
import type { Upstash } from '../../../simulator/upstash';
import type { InteractionReport } from '../../../src/masking/ports';
import type { SwitchboardSid } from '../../../src/masking/session';
import { storeIn } from '../../support/store';
import { alice, bob, carol, command, judge, logEntry, nextId, open } from './fixture';

/** What the call log keeps. */
export function describeRecord(engine: () => Upstash): void {
  describe('record', () => {
    const instant = Date.now();
    const frozen = () => storeIn(engine(), { clock: () => instant });
    const report = (sid: SwitchboardSid, interactionId: string, status: string): InteractionReport => ({
      sid,
      interactionId,
      kind: 'voice',
      status,
      ...(status === 'completed' ? { durationSeconds: 42 } : {}),
    });

    it('keeps how a call went: who began it, when it was answered, how and when it ended', async () => {
      const store = await frozen();
      const { sid, sessionId } = await open(store);
      const interactionId = nextId();
      const initiatorSid = `KP${'0'.repeat(32)}`;
      await store.interactions.record(
        { ...report(sid, interactionId, 'initiated'), initiatorSid },
        store.deadline(),
      );
      store.pass(5_000);
      await store.interactions.record(report(sid, interactionId, 'in-progress'), store.deadline());
      store.pass(42_000);
      await store.interactions.record(report(sid, interactionId, 'completed'), store.deadline());
      expect(await logEntry(store, interactionId)).toEqual({
        id: sessionId,
        ua: alice.userId,
        ub: bob.userId,
        ty: 'voice',
        s: String(instant),
        an: String(instant + 5_000),
        e: String(instant + 47_000),
        du: '42',
        st: 'completed',
        rk: '4',
        by: initiatorSid,
      });
    });

    it.each([
      ['a call', ['initiated', 'ringing', 'in-progress', 'completed']],
      ['a call that nobody took', ['initiated', 'ringing', 'no-answer']],
      ['a call whose caller hung up first', ['in-progress', 'ended', 'completed']],
      ['a call that was given up while it rang', ['ended']],
      ['a text', ['accepted', 'queued', 'sending', 'sent', 'delivered']],
    ])(
      'gives the same entry for %s in whatever order and however often its reports come',
      async (_, statuses) => {
        const store = await frozen();
        const { sid } = await open(store);
        const play = async (sequence: readonly string[]) => {
          const interactionId = nextId();
          for (const status of sequence)
            await store.interactions.record(report(sid, interactionId, status), store.deadline());
          return logEntry(store, interactionId);
        };
        const expected = await play(statuses);
        const shuffled = fc.shuffledSubarray([...statuses, ...statuses], { minLength: statuses.length * 2 });
        await fc.assert(
          fc.asyncProperty(shuffled, async (sequence) => {
            expect(await play(sequence)).toEqual(expected);
          }),
          { numRuns: 15 },
        );
      },
    );

    it('waits, when the caller hung up, for how the call ended; a call that nobody took ended then', async () => {
      const store = await frozen();
      const { sid } = await open(store);
      const [answered, ringing] = [nextId(), nextId()];
      const tell = (interactionId: string, status: string) =>
        store.interactions.record(report(sid, interactionId, status), store.deadline());
      for (const status of ['in-progress', 'ended']) await tell(answered, status);
      expect(await logEntry(store, answered)).not.toHaveProperty('e');
      store.pass(1_000);
      await tell(answered, 'completed');
      expect(await logEntry(store, answered)).toMatchObject({ st: 'completed', e: String(instant + 1_000) });
      await tell(ringing, 'ended');
      expect(await logEntry(store, ringing)).toMatchObject({ st: 'ended', e: String(instant + 1_000) });
    });

    it('takes a call whose end was lost for ended, where the caller hung up, when another one ends', async () => {
      const store = await frozen();
      const { sid } = await open(store);
      const [lost, next] = [nextId(), nextId()];
      const tell = (interactionId: string, status: string) =>
        store.interactions.record(report(sid, interactionId, status), store.deadline());
      for (const status of ['in-progress', 'ended']) await tell(lost, status);
      store.pass(60_000);
      await tell(next, 'ringing');
      expect(await logEntry(store, lost)).not.toHaveProperty('e');
      await tell(next, 'no-answer');
      expect(await logEntry(store, lost)).toMatchObject({ st: 'ended', e: String(instant) });
      await tell(lost, 'completed');
      expect(await logEntry(store, lost)).toMatchObject({ st: 'completed', du: '42', e: String(instant) });
      expect(await command(store, 'zcard', `${store.settings.prefix}calls:open`)).toBe(0);
    });

    it('keeps how a call ended when an older report comes late', async () => {
      const store = await frozen();
      const { sid } = await open(store);
      const interactionId = nextId();
      for (const status of ['completed', 'ringing', 'failed'])
        await store.interactions.record(report(sid, interactionId, status), store.deadline());
      expect(await logEntry(store, interactionId)).toMatchObject({ st: 'completed' });
    });

    it('keeps reports of a call that was begun before its session was closed, and none of an unknown one', async () => {
      const store = await frozen();
      const { sid, sessionId } = await open(store);
      const [begun, unknown] = [nextId(), nextId()];
      await judge(store, sid, begun);
      await store.sessions.finishClosing([sessionId], store.deadline());
      await store.interactions.record(report(sid, begun, 'completed'), store.deadline());
      await store.interactions.record(report(sid, unknown, 'completed'), store.deadline());
      expect(await logEntry(store, begun)).toMatchObject({ st: 'completed' });
      expect(await logEntry(store, unknown)).toEqual({});
    });

    it.each([
      ['calls', alice, bob],
      ['is called', bob, alice],
    ])('says at the end of a call whether it was blocked meanwhile by the one who %s', async (_, by, of) => {
      const store = await frozen();
      const { sid } = await open(store);
      const interactionId = nextId();
      await judge(store, sid, interactionId);
      const say = async (status: string) =>
        (await store.interactions.record(report(sid, interactionId, status), store.deadline())).kind;
      expect(await say('no-answer')).toBe('kept');
      await store.blocks.block({ userId: by.userId, peerId: of.userId }, store.deadline());
      expect([await say('ringing'), await say('no-answer')]).toEqual(['kept', 'blocked']);
    });

    it('lets entries go after the configured number of days', async () => {
      const store = await storeIn(engine(), { settings: { callLogDays: 2 } });
      const { sid } = await open(store);
      const interactionId = nextId();
      await judge(store, sid, interactionId);
      const { prefix } = store.settings;
      const lists = (await command(store, 'keys', `${prefix}calls:*`)) as string[];
      const mortal = lists.filter((name) => name !== `${prefix}calls:all`);
      expect(mortal).not.toEqual([]);
      for (const name of [`${prefix}call:${interactionId}`, ...mortal]) {
        const ttl = await command(store, 'pttl', name);
        expect(Math.abs(Number(ttl) - 2 * 86_400_000)).toBeLessThan(60_000);
      }
      store.pass(3 * 86_400_000);
      const later = await open(store, carol, bob);
      await judge(store, later.sid);
      expect(await command(store, 'zcard', `${store.settings.prefix}calls:all`)).toBe(1);
    });
  });
}
