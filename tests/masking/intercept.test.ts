import { deadlineIn } from '../../src/masking/deadline';
import { DependencyError } from '../../src/masking/errors';
import { intercept } from '../../src/masking/intercept';
import type { RealNumber } from '../../src/masking/numbers';
import type { Interaction, InteractionDecision, InteractionQuestion } from '../../src/masking/ports';
import type { SwitchboardSid } from '../../src/masking/session';

const call: Interaction = {
  sid: `KC${'0'.repeat(32)}` as SwitchboardSid,
  interactionId: `KI${'0'.repeat(32)}`,
  kind: 'voice',
};
const text: Interaction = { ...call, kind: 'message' };

/** A store that can only judge. */
function judging(judge: (question: InteractionQuestion) => Promise<InteractionDecision>) {
  return { judge: jest.fn(judge), rejectText: jest.fn(async () => 'done' as 'done' | 'unidentified') };
}
const allowing = () => judging(async () => ({ kind: 'allow' }));
const failing = (error: Error) => judging(() => Promise.reject(error));

/** Rejects 090, also when earlier texts began it. */
const judge = (words: string, earlier: readonly string[]) => ({
  rejected: [...earlier, words].join('').includes('090') ? ['phone'] : [],
  trace: '',
});
const number = '+819012345678' as RealNumber;

function tools(store: ReturnType<typeof judging>, onError: 'block' | 'allow' = 'block') {
  return { store, deadline: deadlineIn(1_000), onError, judge, identify: jest.fn(async () => number) };
}

describe('intercept', () => {
  it('lets pass what the store allows, and asks it once', async () => {
    const store = allowing();
    expect(await intercept(call, undefined, tools(store))).toEqual({ pass: true });
    expect(store.judge).toHaveBeenCalledTimes(1);
  });

  it.each(['unknown_session', 'session_closed', 'session_expired', 'blocked', 'quota_exceeded'] as const)(
    'blocks what the store denies and says why: %s',
    async (reason) => {
      const store = judging(async () => ({ kind: 'deny', reason }));
      expect(await intercept(call, undefined, tools(store, 'allow'))).toEqual({ pass: false, reason });
    },
  );

  it.each([
    ['block', false],
    ['allow', true],
  ] as const)('follows the configured default, %s, when the store does not answer', async (onError, pass) => {
    const store = failing(new DependencyError('store', 'timeout'));
    const expected = { pass, reason: 'store_unavailable' };
    expect(await intercept(call, undefined, tools(store, onError))).toEqual(expected);
  });

  it('does not take a defect for a store that does not answer', async () => {
    const store = failing(new TypeError('a defect'));
    await expect(intercept(call, undefined, tools(store, 'allow'))).rejects.toThrow('a defect');
  });
});

describe('the words of a text', () => {
  it('go to the store as a judgement, not as words', async () => {
    const store = allowing();
    expect(await intercept(text, 'hello', tools(store))).toEqual({ pass: true });
    expect(store.judge.mock.calls).toEqual([
      [{ ...text, text: { rejected: [], trace: '' } }, expect.anything()],
    ]);
  });

  it('block it without a look into the store when they are not to be read', async () => {
    const store = allowing();
    expect(await intercept(text, undefined, tools(store, 'allow'))).toMatchObject({
      reason: 'text_rejected',
    });
    expect(store.judge).not.toHaveBeenCalled();
  });

  it('block it when they are rejected, also when the store cannot answer and the default is to let pass', async () => {
    const rejected = { pass: false, reason: 'text_rejected' };
    expect(await intercept(text, '090', tools(allowing()))).toEqual(rejected);
    const down = failing(new DependencyError('store', 'timeout'));
    expect(await intercept(text, '090', tools(down, 'allow'))).toEqual(rejected);
  });

  it('are taken back when they complete what earlier ones began', async () => {
    const store = judging(async () => ({ kind: 'allow', earlier: ['09'] }));
    expect(await intercept(text, '0', tools(store))).toEqual({ pass: false, reason: 'text_rejected' });
    const rejection = { interactionId: text.interactionId, kinds: ['phone'] };
    expect(store.rejectText.mock.calls).toEqual([[rejection, expect.anything()]]);
  });

  it('block it when they complete earlier ones, also when that cannot be counted and the default is to let pass', async () => {
    const store = judging(async () => ({ kind: 'allow', earlier: ['09'] }));
    store.rejectText.mockRejectedValue(new DependencyError('store', 'timeout'));
    const outcome = await intercept(text, '0', tools(store, 'allow'));
    expect(outcome).toEqual({ pass: false, reason: 'text_rejected' });
  });

  it('of a call are none', async () => {
    expect(await intercept(call, '090', tools(allowing()))).toEqual({ pass: true });
  });

  it('blocks calls, and not texts, in quiet hours', async () => {
    const store = allowing();
    const quiet = { ...tools(store), isQuiet: true };
    expect(await intercept(call, undefined, quiet)).toEqual({ pass: false, reason: 'quiet_hours' });
    expect(store.judge).not.toHaveBeenCalled();
    expect(await intercept(text, 'hello', quiet)).toEqual({ pass: true });
  });
});

describe('a sender whom nobody knows', () => {
  const unidentified: InteractionDecision = { kind: 'unidentified' };

  it('is asked for at the switchboard, once', async () => {
    const store = judging(async ({ from }) => (from === number ? { kind: 'allow' } : unidentified));
    const asked = tools(store);
    expect(await intercept(call, undefined, asked)).toEqual({ pass: true });
    expect([store.judge.mock.calls.length, asked.identify.mock.calls.length]).toEqual([2, 1]);
  });

  it('does not get through when the switchboard does not tell', async () => {
    const asked = { ...tools(judging(async () => unidentified)), identify: async () => undefined };
    expect(await intercept(call, undefined, asked)).toEqual({ pass: false, reason: 'sender_unidentified' });
  });

  it('is asked for also to count a text that completes earlier ones', async () => {
    const store = judging(async () => ({ kind: 'allow', earlier: ['09'] }));
    store.rejectText.mockResolvedValueOnce('unidentified');
    await intercept(text, '0', tools(store));
    expect(store.rejectText).toHaveBeenLastCalledWith(
      expect.objectContaining({ from: number }),
      expect.anything(),
    );
  });
});
