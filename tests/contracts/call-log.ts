import type { Upstash } from '../../simulator/upstash';
import type { CallRecording } from '../../src/masking/call-log';
import type { SwitchboardSid } from '../../src/masking/session';
import { RedisCallLog } from '../../src/store/redis-call-log';
import { type StoreUnderTest, storeIn } from '../support/store';
import { alice, bob, carol, command, judge, logEntry, nextId, open } from './interaction-store/fixture';

const sid = (digit: number) => `RE${String(digit).repeat(32)}` as const;

/** What every log of recordings and deeds must do, whatever engine is below. */
export function callLogContract(engine: () => Upstash): void {
  let store: StoreUnderTest;
  let log: RedisCallLog;
  let session: SwitchboardSid | undefined;
  beforeEach(async () => {
    session = undefined;
    store = await storeIn(engine());
    log = new RedisCallLog(store.runner, store.settings, store.now);
  });

  /** A call on record. */
  async function begin(): Promise<string> {
    session ??= (await open(store)).sid;
    const interactionId = nextId();
    await judge(store, session, interactionId);
    return interactionId;
  }
  const keep = (recording: CallRecording) => log.keepRecording(recording, store.deadline());
  const page = { offset: 0, limit: 100 };
  const all = async () =>
    (await log.recordingsBefore(store.now() + 1, page, store.deadline())).map((one) => one.recordingSid);

  it('keeps the recording of the conversation and of a message, each with its length', async () => {
    const interactionId = await begin();
    await keep({ interactionId, recordingSid: sid(1), kind: 'conversation', durationSeconds: 61 });
    await keep({ interactionId, recordingSid: sid(2), kind: 'voicemail' });
    expect(await logEntry(store, interactionId)).toMatchObject({ cr: sid(1), cd: '61', vm: sid(2) });
  });

  it('keeps a recording once, however often it is reported, and at its first time', async () => {
    const interactionId = await begin();
    const recording = { interactionId, recordingSid: sid(1), kind: 'conversation' } as const;
    await keep(recording);
    store.pass(60_000);
    await keep(recording);
    expect(await log.recordingsBefore(store.now() - 30_000, page, store.deadline())).toEqual([
      { interactionId, recordingSid: sid(1), userIds: [alice.userId, bob.userId] },
    ]);
    expect(await all()).toEqual([sid(1)]);
  });

  it('keeps a message that a block overtook only to delete it, and the conversation before it as ever', async () => {
    const interactionId = await begin();
    await keep({ interactionId, recordingSid: sid(1), kind: 'conversation' });
    await store.blocks.block({ userId: bob.userId, peerId: alice.userId }, store.deadline());
    await keep({ interactionId, recordingSid: sid(2), kind: 'voicemail', durationSeconds: 9 });
    await keep({ interactionId, recordingSid: sid(1), kind: 'conversation' });
    const entry = await logEntry(store, interactionId);
    expect(entry).toMatchObject({ cr: sid(1) });
    expect(entry).not.toHaveProperty('vm');
    expect((await all()).sort()).toEqual([sid(1), sid(2)]);
  });

  it('remembers a recording whose call is no longer on record, so that it is deleted in time', async () => {
    const interactionId = nextId();
    await keep({ interactionId, recordingSid: sid(3), kind: 'conversation' });
    expect(await log.recordingsBefore(store.now(), page, store.deadline())).toEqual([
      { interactionId, recordingSid: sid(3), userIds: ['', ''] },
    ]);
  });

  it('answers the oldest recordings first, as many as asked for', async () => {
    const interactionId = await begin();
    for (const digit of [3, 1, 2]) {
      await keep({ interactionId, recordingSid: sid(digit), kind: 'voicemail' });
      store.pass(1_000);
    }
    const pageAt = async (offset: number) =>
      (await log.recordingsBefore(store.now(), { offset, limit: 2 }, store.deadline())).map(
        (one) => one.recordingSid,
      );
    expect([await pageAt(0), await pageAt(2)]).toEqual([[sid(3), sid(1)], [sid(2)]]);
    expect(await log.recordingsBefore(store.now() - 10_000, page, store.deadline())).toEqual([]);
  });

  it('forgets a recording in both places, and no other', async () => {
    const interactionId = await begin();
    await keep({ interactionId, recordingSid: sid(1), kind: 'conversation', durationSeconds: 5 });
    await keep({ interactionId, recordingSid: sid(2), kind: 'voicemail' });
    for (let time = 0; time < 2; time++)
      await log.forgetRecording({ interactionId, recordingSid: sid(1) }, store.deadline());
    expect(await all()).toEqual([sid(2)]);
    const entry = await logEntry(store, interactionId);
    expect(entry).toMatchObject({ vm: sid(2) });
    expect(entry).not.toHaveProperty('cr');
    expect(entry).not.toHaveProperty('cd');
  });

  it('grants a deed to one request, which may ask again', async () => {
    const interactionId = await begin();
    const claim = (requestId: string) =>
      log.claim({ interactionId, deed: 'recording', requestId }, store.deadline());
    expect([await claim('r1'), await claim('r2'), await claim('r1')]).toEqual([true, false, true]);
    const other = { interactionId, deed: 'missed_call_notice', requestId: 'r2' } as const;
    expect(await log.claim(other, store.deadline())).toBe(true);
  });

  describe('the text about a missed call', () => {
    const TEN_MINUTES_MS = 600_000;
    /** A call that rings: in a session that is opened for it, and forgotten with its end. */
    async function ring(caller = alice, callee = bob, opener = caller): Promise<string> {
      const opened = await open(store, opener, opener === caller ? callee : caller);
      const interactionId = nextId();
      const senderSid = opener === caller ? 'a' : 'b';
      const question = { sid: opened.sid, interactionId, kind: 'voice', senderSid } as const;
      await store.interactions.judge(question, store.deadline());
      await store.sessions.finishClosing([opened.sessionId], store.deadline());
      return interactionId;
    }
    const tell = (interactionId: string, requestId = 'r1') =>
      log.claim({ interactionId, deed: 'missed_call_notice', requestId }, store.deadline());

    it('goes out once in ten minutes, however often the same user rings', async () => {
      const first = await ring();
      expect(await tell(first)).toBe(true);
      const second = await ring();
      expect(await tell(second)).toBe(false);
      store.pass(TEN_MINUTES_MS);
      expect([await tell(first), await tell(second, 'r2')]).toEqual([true, false]);
      expect(await tell(await ring())).toBe(true);
    });

    it('is of each caller and each direction by itself', async () => {
      expect(await tell(await ring())).toBe(true);
      expect(await tell(await ring(alice, bob, bob))).toBe(false);
      expect(await tell(await ring(carol, bob))).toBe(true);
      expect(await tell(await ring(bob, alice))).toBe(true);
      expect(await tell(await ring(bob, alice, alice))).toBe(false);
    });

    it.each([
      ['whom it is for', bob, alice],
      ['who called', alice, bob],
    ])('never goes out after a block by the one %s, not even once it is taken back', async (_, by, of) => {
      const ringing = await ring();
      const relation = { userId: by.userId, peerId: of.userId };
      await store.blocks.block(relation, store.deadline());
      expect(await tell(ringing)).toBe(false);
      await store.blocks.unblock(relation, store.deadline());
      expect(await tell(ringing)).toBe(false);
    });
  });

  it('grants nothing for a call that is not on record, and makes no record of it', async () => {
    const interactionId = nextId();
    const claim = { interactionId, deed: 'recording', requestId: 'r1' } as const;
    expect(await log.claim(claim, store.deadline())).toBe(false);
    expect(await command(store, 'exists', `${store.settings.prefix}call:${interactionId}`)).toBe(0);
  });

  describe('the warning of the end', () => {
    const legId = `CA${'2'.repeat(32)}`;
    /** A call that was answered now. */
    async function answered(): Promise<string> {
      const interactionId = await begin();
      await tell(interactionId, { status: 'in-progress' });
      return interactionId;
    }
    const tell = (interactionId: string, report: object) =>
      store.interactions.record(
        { interactionId, kind: 'voice', status: 'completed', ...report },
        store.deadline(),
      );
    const claim = (interactionId: string, requestId = 'r1') =>
      log.claimWarning({ interactionId, legId, requestId, latestMs: 560_000 }, store.deadline());

    it('is granted to one request, which may ask again and hears when the call was answered', async () => {
      const interactionId = await answered();
      const at = store.now();
      store.pass(540_000);
      const answers = [
        await claim(interactionId),
        await claim(interactionId, 'r2'),
        await claim(interactionId),
      ];
      expect(answers[1]).toBeUndefined();
      for (const answer of [answers[0], answers[2]])
        expect(Math.abs(Number(answer) - at)).toBeLessThan(5_000);
    });

    it('is granted neither before the answer, nor too late, nor after the end', async () => {
      const [ringing, late, over] = [await begin(), await answered(), await answered()];
      await tell(over, {});
      expect([await claim(ringing), await claim(over), await claim(nextId())]).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
      store.pass(561_000);
      expect(await claim(late)).toBeUndefined();
      expect(await tell(late, { teller: 'dial' })).toEqual({ kind: 'kept' });
    });

    it('makes the end of the <Dial> a move, and that of the called phone the end of the call', async () => {
      const interactionId = await answered();
      await claim(interactionId);
      const moved = { kind: 'moved', answeredAtMs: expect.any(Number) };
      for (let time = 0; time < 2; time++)
        expect(await tell(interactionId, { status: 'answered', teller: 'dial' })).toEqual(moved);
      expect(await logEntry(store, interactionId)).toMatchObject({ st: 'in-progress' });
      store.pass(50_000);
      expect(await tell(interactionId, { teller: 'callee', durationSeconds: 590 })).toEqual({ kind: 'kept' });
      expect(await logEntry(store, interactionId)).toMatchObject({ st: 'completed', du: '590' });
    });

    it('moves nobody when a call goes on long after it, which so was not given', async () => {
      const interactionId = await answered();
      await claim(interactionId);
      store.pass(20_000);
      const report = { teller: 'dial', durationSeconds: 560 };
      expect(await tell(interactionId, report)).toEqual({ kind: 'kept' });
      expect(await logEntry(store, interactionId)).toMatchObject({ st: 'completed', du: '560' });
    });

    it('tells who is left alone when somebody hangs up while the two move', async () => {
      const [byCaller, byPartner] = [await answered(), await answered()];
      for (const interactionId of [byCaller, byPartner]) await claim(interactionId);
      expect(await tell(byCaller, { status: 'ended' })).toEqual({ kind: 'kept', alone: legId });
      expect(await tell(byCaller, { teller: 'callee' })).toEqual({ kind: 'kept' });
      expect(await tell(byPartner, { teller: 'callee' })).toEqual({ kind: 'kept', alone: byPartner });
      expect(await tell(byPartner, { status: 'ended' })).toEqual({ kind: 'kept' });
    });

    it('changes nothing of a call that was not warned: the called phone\u2019s own end tells nothing', async () => {
      const interactionId = await answered();
      expect(await tell(interactionId, { teller: 'callee' })).toEqual({ kind: 'kept' });
      expect(await logEntry(store, interactionId)).toMatchObject({ st: 'in-progress' });
      expect(await tell(interactionId, { status: 'ended' })).toEqual({ kind: 'kept' });
    });
  });
}
