import { deadlineIn } from '../../src/masking/deadline';
import { DependencyError } from '../../src/masking/errors';
import type { ProxyNumber, RealNumber } from '../../src/masking/numbers';
import { outOfSession } from '../../src/masking/out-of-session';
import { joinByPin, type PinDecision, type PinEntry } from '../../src/masking/pin';
import type { IncomingInteraction, OutOfSessionDecision } from '../../src/masking/ports';
import type { Pin } from '../../src/masking/session';

const to = '+815031000000' as ProxyNumber;
const partner = '+819012345678' as RealNumber;
const entry: PinEntry = { callSid: 'CA1', attempt: 1, to, pin: '123456' as Pin };
const down = () => Promise.reject(new DependencyError('store', 'timeout'));

function storeThat(answers: () => Promise<PinDecision>) {
  const asked: PinEntry[] = [];
  const enterPin = (given: PinEntry) => {
    asked.push(given);
    return answers();
  };
  return { asked, tools: { store: { enterPin }, deadline: deadlineIn(1_000) } };
}

describe('entering a PIN', () => {
  const refuse = async (): Promise<PinDecision> => ({ kind: 'refused', reason: 'wrong_pin' });

  it('joins with the partner when the store says that it is right', async () => {
    const decision: PinDecision = { kind: 'joined', partner, callerId: to };
    const { asked, tools } = storeThat(async () => decision);
    expect(await joinByPin(entry, tools)).toEqual(decision);
    expect(asked).toEqual([entry]);
  });

  it('may be tried twice in a call', async () => {
    const { tools } = storeThat(refuse);
    expect(await joinByPin(entry, tools)).toEqual({ kind: 'refused', reason: 'wrong_pin', nextAttempt: 2 });
    expect(await joinByPin({ ...entry, attempt: 2 }, tools)).toEqual({
      kind: 'refused',
      reason: 'wrong_pin',
    });
  });

  it('uses up a try of the call, and no attempt of the hour, when the keys make no PIN', async () => {
    const { asked, tools } = storeThat(refuse);
    const { pin: _, ...bare } = entry;
    expect(await joinByPin(bare, tools)).toEqual({ kind: 'refused', reason: 'not_a_pin', nextAttempt: 2 });
    expect(asked).toEqual([]);
  });

  it('is not asked for again when the store cannot answer', async () => {
    const { tools } = storeThat(down);
    expect(await joinByPin(entry, tools)).toEqual({ kind: 'refused', reason: 'store_unavailable' });
  });

  it('lets a defect be seen', async () => {
    const { tools } = storeThat(() => Promise.reject(new TypeError('defect')));
    await expect(joinByPin(entry, tools)).rejects.toThrow('defect');
  });
});

describe('a call or text out of session', () => {
  const deadline = deadlineIn(1_000);
  const call: IncomingInteraction = { interactionId: 'CA1', kind: 'voice', to };
  const ended = async (): Promise<OutOfSessionDecision> => 'ended';

  it('is asked for a PIN when it is a call', async () => {
    const outcome = await outOfSession(call, { store: { outOfSession: ended }, deadline });
    expect(outcome).toEqual({ notice: 'ended', asksForPin: true, reason: 'ended' });
  });

  it('gets only a notice when it is a text', async () => {
    const text = { ...call, kind: 'message' as const };
    const outcome = await outOfSession(text, { store: { outOfSession: ended }, deadline });
    expect(outcome).toEqual({ notice: 'ended', asksForPin: false, reason: 'ended' });
  });

  it('gets nothing when its sender has heard it often enough', async () => {
    const told = async () => 'told_enough' as const;
    const outcome = await outOfSession(call, { store: { outOfSession: told }, deadline });
    expect(outcome).toEqual({ asksForPin: false, reason: 'told_enough' });
  });

  it('gets only the notice of an unknown number when the store cannot answer', async () => {
    const outcome = await outOfSession(call, { store: { outOfSession: down }, deadline });
    expect(outcome).toEqual({ notice: 'unknown', asksForPin: false, reason: 'store_unavailable' });
  });

  it('lets a defect be seen', async () => {
    const defect = () => Promise.reject(new TypeError('defect'));
    await expect(outOfSession(call, { store: { outOfSession: defect }, deadline })).rejects.toThrow('defect');
  });
});
