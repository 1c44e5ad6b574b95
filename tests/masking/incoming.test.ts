import { deadlineIn } from '../../src/masking/deadline';
import { DependencyError } from '../../src/masking/errors';
import { incomingCall } from '../../src/masking/incoming-call';
import { type IncomingText, incomingText } from '../../src/masking/incoming-text';
import type { ProxyNumber, RealNumber } from '../../src/masking/numbers';
import type { IncomingInteraction } from '../../src/masking/ports';
import type { RouteDecision } from '../../src/masking/routing';
import { joined } from '../support/joined';

const from = '+819012345678' as RealNumber;
const to = '+815032000000' as ProxyNumber;
const call: IncomingInteraction = { interactionId: `CA${'0'.repeat(32)}`, kind: 'voice', from, to };
const text: IncomingText = { ...call, kind: 'message', body: 'hello', hasMedia: false, isOptOut: false };

function routing(decide: () => Promise<RouteDecision>) {
  const router = {
    route: jest.fn((_: IncomingInteraction) => decide()),
    rejectText: jest.fn(async () => 'done' as const),
  };
  return { router, deadline: deadlineIn(1_000) };
}
const allowing = () => routing(async () => joined);
const down = () => routing(() => Promise.reject(new DependencyError('store', 'timeout')));
const defect = () => routing(() => Promise.reject(new TypeError('defect')));
const judge = (body: string, earlier: readonly string[]) => ({
  rejected: [...earlier, body].join('').includes('090') ? ['phone'] : [],
  trace: body,
});

describe('an incoming call', () => {
  it.each<RouteDecision>([
    joined,
    { kind: 'ended' },
    { kind: 'unknown' },
    { kind: 'own_number' },
    { kind: 'refused', reason: 'quota_exceeded' },
  ])('goes where the router says: $kind', async (decision) => {
    const tools = { ...routing(async () => decision), isQuiet: false };
    expect(await incomingCall(call, tools)).toEqual(decision);
    expect(tools.router.route).toHaveBeenCalledTimes(1);
  });

  it('rings nobody in quiet hours', async () => {
    const tools = { ...allowing(), isQuiet: true };
    expect(await incomingCall(call, tools)).toEqual({ kind: 'quiet_hours' });
    expect(tools.router.route).not.toHaveBeenCalled();
  });

  it('that a number of the service makes to itself goes nowhere', async () => {
    const tools = { ...allowing(), isQuiet: false };
    expect(await incomingCall({ ...call, from: String(to) as RealNumber }, tools)).toEqual({
      kind: 'own_number',
    });
    expect(tools.router.route).not.toHaveBeenCalled();
  });

  it('is put through to nobody when the store cannot answer, and a defect is seen', async () => {
    expect(await incomingCall(call, { ...down(), isQuiet: false })).toEqual({ kind: 'store_unavailable' });
    await expect(incomingCall(call, { ...defect(), isQuiet: false })).rejects.toThrow('defect');
  });
});

describe('an incoming text', () => {
  it('goes where the router says, and no more of it than its judgement', async () => {
    const tools = { ...allowing(), judge };
    expect(await incomingText(text, tools)).toEqual(joined);
    expect(tools.router.route.mock.calls[0]?.[0]).toEqual({
      ...call,
      kind: 'message',
      hasMedia: false,
      text: { rejected: [], trace: 'hello' },
    });
  });

  it.each([
    ['opt_out', { isOptOut: true, body: 'STOP' }],
    ['own_number', { from: String(to) as RealNumber }],
    ['empty', { body: ' \n' }],
  ])('is stopped without a look into the store: %s', async (kind, change) => {
    const tools = { ...allowing(), judge };
    expect(await incomingText({ ...text, ...change }, tools)).toEqual({ kind });
    expect(tools.router.route).not.toHaveBeenCalled();
  });

  it('with pictures is for the router to refuse, also without a word', async () => {
    const refused = { kind: 'refused', reason: 'media_refused' } as const;
    const tools = { ...routing(async () => refused), judge };
    expect(await incomingText({ ...text, body: '', hasMedia: true }, tools)).toEqual(refused);
    expect(tools.router.route.mock.calls[0]?.[0]).toMatchObject({ hasMedia: true });
  });

  it('is stopped where the router counts it as rejected', async () => {
    const tools = { ...routing(async () => ({ kind: 'refused', reason: 'text_rejected' })), judge };
    expect(await incomingText({ ...text, body: '090' }, tools)).toEqual({ kind: 'text_rejected' });
  });

  it('is taken back when it completes what earlier ones began', async () => {
    const tools = { ...routing(async () => ({ ...joined, earlier: ['09'] })), judge };
    expect(await incomingText({ ...text, body: '0' }, tools)).toEqual({ kind: 'text_rejected' });
    const rejection = { interactionId: text.interactionId, kinds: ['phone'] };
    expect(tools.router.rejectText).toHaveBeenCalledWith(rejection, tools.deadline);
  });

  it('is not relayed when the store cannot answer, and a defect is seen', async () => {
    expect(await incomingText(text, { ...down(), judge })).toEqual({ kind: 'store_unavailable' });
    await expect(incomingText(text, { ...defect(), judge })).rejects.toThrow('defect');
  });
});
