import { deadlineIn } from '../../src/masking/deadline';
import { DependencyError } from '../../src/masking/errors';
import { intercept } from '../../src/masking/intercept';
import type { Interaction, InteractionDecision, InteractionStore } from '../../src/masking/ports';
import type { SwitchboardSid } from '../../src/masking/session';

const call: Interaction = {
  sid: `KC${'0'.repeat(32)}` as SwitchboardSid,
  interactionId: `KI${'0'.repeat(32)}`,
  kind: 'voice',
};
const text: Interaction = { ...call, kind: 'message' };

/** A store that can only judge. */
function judging(judge: () => Promise<InteractionDecision>) {
  const unused = () => Promise.reject(new Error('not asked for'));
  const store = { judge: jest.fn(judge), record: unused, outOfSession: unused };
  return store satisfies InteractionStore;
}
const allowing = () => judging(async () => ({ kind: 'allow' }));
const failing = (error: Error) => judging(() => Promise.reject(error));

function tools(store: InteractionStore, onError: 'block' | 'allow' = 'block', isAllowed = () => true) {
  return { store, deadline: deadlineIn(1_000), onError, isAllowed };
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
  it('are judged, and an allowed text goes on to the store', async () => {
    const isAllowed = jest.fn(() => true);
    const store = allowing();
    expect(await intercept(text, 'hello', tools(store, 'block', isAllowed))).toEqual({ pass: true });
    expect(isAllowed).toHaveBeenCalledWith('hello');
    expect(store.judge).toHaveBeenCalledTimes(1);
  });

  it.each<[string, string | undefined, boolean]>([
    ['rejected', 'hello', false],
    ['not to be read', undefined, true],
  ])('block it without a look into the store when they are %s', async (_, words, allowed) => {
    const store = allowing();
    const outcome = await intercept(
      text,
      words,
      tools(store, 'allow', () => allowed),
    );
    expect(outcome).toEqual({ pass: false, reason: 'text_rejected' });
    expect(store.judge).not.toHaveBeenCalled();
  });

  it('of a call are none', async () => {
    const refuse = () => false;
    expect(await intercept(call, 'hello', tools(allowing(), 'block', refuse))).toEqual({ pass: true });
  });

  it('blocks calls, and not texts, in quiet hours', async () => {
    const store = allowing();
    const quiet = { ...tools(store), isQuiet: true };
    expect(await intercept(call, undefined, quiet)).toEqual({ pass: false, reason: 'quiet_hours' });
    expect(store.judge).not.toHaveBeenCalled();
    expect(await intercept(text, 'hello', quiet)).toEqual({ pass: true });
  });
});
