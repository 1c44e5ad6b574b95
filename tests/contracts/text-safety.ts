import type { Upstash } from '../../simulator/upstash';
import { incomingCall } from '../../src/masking/incoming-call';
import { incomingText } from '../../src/masking/incoming-text';
import { intercept } from '../../src/masking/intercept';
import type { ProxyNumber } from '../../src/masking/numbers';
import type { ReserveDecision } from '../../src/masking/ports';
import type { Participant, SwitchboardName } from '../../src/masking/session';
import { textJudge } from '../../src/safety/text-judge';
import { pairOf } from '../support/people';
import { newId, newSid, type StoreUnderTest, storeIn } from '../support/store';
import { alice, bob, carol, command, nextId } from './interaction-store/fixture';

const MINUTE_MS = 60_000;
const judge = textJudge({});

/** How people reach each other through one switchboard; answers `passed`, or why not. */
interface Line {
  readonly store: StoreUnderTest;
  write(from: Participant, body: string, interactionId?: string): Promise<string>;
  call(from: Participant): Promise<string>;
  /** Another session of the caller's own. */
  connect(from: Participant, to: Participant): Promise<ReserveDecision>;
  /** How often the switchboard was asked who the sender is. */
  lookups(): number;
}

type Dial = (from: Participant, body: string | undefined, interactionId: string) => Promise<string>;

function reserve(store: StoreUnderTest, from: Participant, to: Participant) {
  return store.sessions.reserve({ pair: pairOf(from, to), sessionId: newId() }, store.deadline());
}

/** Asks as the webhook of Twilio Proxy does: the sender is a participant's sid, and the number costs a question. */
async function proxyDial(store: StoreUnderTest, onLookup: () => void): Promise<Dial> {
  const decision = await reserve(store, alice, bob);
  if (decision.kind !== 'reserved') throw new Error(decision.kind);
  const { sessionId, numbers } = decision;
  const sid = newSid();
  await store.sessions.confirm({ sessionId, sid, numbers, closed: [] }, store.deadline());
  return async (from, body, interactionId) => {
    const kind = body === undefined ? 'voice' : 'message';
    const { pass, reason } = await intercept(
      { sid, interactionId, kind, senderSid: `KP${from.userId}` },
      body,
      {
        store: store.interactions,
        deadline: store.deadline(),
        onError: 'block',
        judge,
        identify: async () => {
          onLookup();
          return from.number;
        },
      },
    );
    return pass ? 'passed' : String(reason);
  };
}

async function voiceDial(store: StoreUnderTest): Promise<Dial> {
  const decision = await reserve(store, alice, bob);
  if (decision.kind !== 'opened') throw new Error(decision.kind);
  const listed = await store.sessions.liveSessions(bob.userId, store.deadline());
  const dialled: Record<string, ProxyNumber | undefined> = {
    [alice.userId]: decision.tel,
    [bob.userId]: listed[0]?.tel,
  };
  return async ({ userId, number }, body, interactionId) => {
    const to = dialled[userId];
    if (to === undefined) throw new Error('no session');
    const incoming = { interactionId, from: number, to };
    const tools = { router: store.interactions, deadline: store.deadline() };
    const outcome =
      body === undefined
        ? await incomingCall({ ...incoming, kind: 'voice' }, { ...tools, isQuiet: false })
        : await incomingText(
            { ...incoming, kind: 'message', body, hasMedia: false, isOptOut: false },
            { ...tools, judge },
          );
    if (outcome.kind === 'joined') return 'passed';
    return outcome.kind === 'refused' ? outcome.reason : outcome.kind;
  };
}

/** What calls and texts inside a session must do, whatever switchboard carries them and whatever engine is below. */
export function textSafetyContract(engine: () => Upstash, switchboard: SwitchboardName): void {
  async function line(
    pauses = { afterViolations: 3, windowSeconds: 3_600, pauseSeconds: 1_800 },
  ): Promise<Line> {
    const settings = { switchboard, pauses, sessionTtlSeconds: 7_200, maxSessionsPerUser: 2 };
    const store = await storeIn(engine(), { settings });
    let lookups = 0;
    const dial = switchboard === 'proxy' ? await proxyDial(store, () => lookups++) : await voiceDial(store);
    return {
      store,
      write: (from, body, interactionId = nextId()) => dial(from, body, interactionId),
      call: (from) => dial(from, undefined, nextId()),
      connect: (from, to) => reserve(store, from, to),
      lookups: () => lookups,
    };
  }

  const play = async ({ write }: Line, from: Participant, ...texts: string[]) => {
    const outcomes: string[] = [];
    for (const text of texts) outcomes.push(await write(from, text));
    return outcomes;
  };

  describe('a text', () => {
    it('passes, or is rejected for what it says', async () => {
      const told = await play(await line(), alice, '明日の10時に駅前で', '090-1111-2222 です');
      expect(told).toEqual(['passed', 'text_rejected']);
    });

    it('is rejected when it completes a number that earlier ones began', async () => {
      const over = await line();
      expect(await play(over, alice, '090', '1234', '5678')).toEqual(['passed', 'passed', 'text_rejected']);
      expect(await over.write(alice, '5679')).toBe('text_rejected');
    });

    it('is not judged with the partner’s texts, nor with those of long ago', async () => {
      const over = await line();
      expect(await play(over, alice, '090', '1234')).toEqual(['passed', 'passed']);
      expect(await over.write(bob, '5678')).toBe('passed');
      over.store.pass(31 * MINUTE_MS);
      expect(await over.write(alice, '5678')).toBe('passed');
    });

    it('is judged once with itself, however often it is asked about', async () => {
      const over = await line();
      const id = nextId();
      await over.write(alice, '090');
      for (let time = 0; time < 6; time += 1) expect(await over.write(alice, '1234', id)).toBe('passed');
      expect(await over.write(alice, '5678')).toBe('text_rejected');
    });

    it('leaves its digits sealed, and no word of it', async () => {
      const { store, write } = await line();
      await write(alice, 'ひみつ 4649 です');
      const keys = (await command(store, 'keys', `${store.settings.prefix}window:*`)) as string[];
      expect(keys).toHaveLength(1);
      const items = String(await command(store, 'lrange', keys[0] ?? '', '0', '-1'));
      expect(items).toMatch(/^KI\d{32} \d+ d1\.[\w-]+$/);
      expect(items).not.toContain('4649');
      expect(Number(await command(store, 'pttl', keys[0] ?? ''))).toBeLessThanOrEqual(30 * MINUTE_MS);
    });
  });

  describe('a pause', () => {
    const bad = 'LINE交換しましょう';
    const pausedLine = async () => {
      const over = await line();
      await play(over, alice, bad, bad, bad);
      return over;
    };

    it('begins with the third rejected text, and stops texts, calls and connects of that user', async () => {
      const over = await line();
      expect(await play(over, alice, bad, bad, 'こんにちは')).toEqual([
        'text_rejected',
        'text_rejected',
        'passed',
      ]);
      expect(await play(over, alice, bad, 'こんにちは')).toEqual(['text_rejected', 'paused']);
      expect(await over.call(alice)).toBe('paused');
      const seconds = expect.any(Number);
      expect(await over.connect(alice, carol)).toEqual({ kind: 'paused', retryAfterSeconds: seconds });
    });

    it('leaves the partner alone', async () => {
      const over = await pausedLine();
      expect(await over.write(bob, 'こんにちは')).toBe('passed');
      expect(await over.call(bob)).toBe('passed');
      expect(await over.connect(bob, carol)).not.toMatchObject({ kind: 'paused' });
    });

    it('ends by itself', async () => {
      const over = await pausedLine();
      over.store.pass(29 * MINUTE_MS);
      expect(await over.write(alice, 'こんにちは')).toBe('paused');
      over.store.pass(MINUTE_MS);
      expect(await over.write(alice, 'こんにちは')).toBe('passed');
    });

    it('counts a split number too, and one text once', async () => {
      const over = await line();
      await play(over, alice, '090', '1234');
      const id = nextId();
      for (let time = 0; time < 4; time += 1) await over.write(alice, '5678', id);
      expect(await over.write(alice, 'こんにちは')).toBe('passed');
      await play(over, alice, bad, bad);
      expect(await over.write(alice, 'こんにちは')).toBe('paused');
    });

    it('needs its violations within the window, and is never when it is switched off', async () => {
      const over = await line({ afterViolations: 2, windowSeconds: 60, pauseSeconds: 600 });
      await over.write(alice, bad);
      over.store.pass(MINUTE_MS);
      await over.write(alice, bad);
      expect(await over.write(alice, 'こんにちは')).toBe('passed');
      const off = await line({ afterViolations: 0, windowSeconds: 60, pauseSeconds: 600 });
      await play(off, alice, bad, bad, bad);
      expect(await off.write(alice, 'こんにちは')).toBe('passed');
    });

    it('is kept for operators as counts of kinds', async () => {
      const { store } = await pausedLine();
      expect(await store.violations.violationsOf(alice.userId, store.deadline())).toEqual({
        counts: { texts: 3, messenger: 3, pauses: 1 },
        pausedUntilMs: expect.any(Number),
      });
      expect(await store.violations.violationsOf(bob.userId, store.deadline())).toEqual({
        counts: { texts: 0, pauses: 0 },
      });
    });
  });

  it('asks the switchboard at most once a session who the sender is', async () => {
    const over = await line();
    await play(over, alice, 'こんにちは', '090-1111-2222', '090-1111-2222', '090-1111-2222');
    await over.write(bob, '090-3333-4444');
    expect(over.lookups()).toBe(switchboard === 'proxy' ? 1 : 0);
  });

  it('stops with a block, in both directions', async () => {
    const over = await line();
    await over.store.blocks.block({ userId: bob.userId, peerId: alice.userId }, over.store.deadline());
    for (const person of [alice, bob]) {
      expect(await over.write(person, 'こんにちは')).not.toBe('passed');
      expect(await over.call(person)).not.toBe('passed');
    }
  });
}
