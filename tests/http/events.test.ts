import type { ClientCall } from '../../src/http/client-function';
import { answerEvents, deliverBeside, type EventLog } from '../../src/http/events';
import { WebhookParams } from '../../src/http/webhook-function';
import { deadlineIn } from '../../src/masking/deadline';
import { DependencyError } from '../../src/masking/errors';
import type { EventReceiver, Outbox } from '../../src/masking/events';
import { configWith } from './environment';

const NOTHING = { kept: 0, waiting: 0, subjects: 0, delivered: 0, lost: 0 };
const receiver: EventReceiver = { send: async () => true };
const written: string[] = [];

beforeEach(() => {
  written.length = 0;
  for (const method of ['log', 'warn', 'error'] as const)
    jest.spyOn(console, method).mockImplementation((...parts: unknown[]) => void written.push(parts.join()));
});
afterEach(() => jest.restoreAllMocks());

describe('events that are delivered behind a webhook', () => {
  const webhook = (remaining: number) => ({
    params: new WebhookParams({}),
    config: configWith(),
    deadline: { remainingMs: () => remaining },
    requestId: 'r1',
    baseUrl: 'https://calls.example',
  });
  const beside = (remaining: number, claim: Outbox['claim']) =>
    deliverBeside({ outbox: { claim, settle: async () => undefined }, receiver }, webhook(remaining));

  it.each([
    [4_000, 2_500],
    [1_000, 1_000],
  ])('of the %i ms that it has left take %i', async (remaining, most) => {
    let allowed = 0;
    await beside(remaining, async (_, deadline) => {
      allowed = deadline.remainingMs();
      return [];
    });
    expect(allowed).toBe(most);
  });

  it('are not missed by it when the store does not answer', async () => {
    await expect(beside(4_000, () => Promise.reject(new DependencyError('store', 'timeout')))).resolves.toBe(
      undefined,
    );
    expect(written.join()).toContain('dependency_failed');
  });
});

describe('what operators ask about events', () => {
  const unasked = () => Promise.reject(new Error('not to be asked'));
  const outbox: EventLog = {
    claim: unasked,
    settle: unasked,
    page: unasked,
    status: async () => NOTHING,
    replay: async (numbers) => numbers.length,
  };
  const ask = async (params: ClientCall['params'], to?: EventReceiver) => {
    const call: ClientCall = {
      caller: { kind: 'key', scopes: ['ops'] },
      params,
      config: configWith(),
      language: 'en',
      deadline: deadlineIn(1_000),
      requestId: 'r1',
    };
    return (await answerEvents(call, outbox, to)).body;
  };

  it('is also whether anybody receives them', async () => {
    expect(await ask({ action: 'status' }, receiver)).toMatchObject({ data: { enabled: true } });
    expect(await ask({ action: 'status' })).toMatchObject({ data: { enabled: false } });
  });

  it('is not to deliver them where nobody does', async () => {
    expect(await ask({ action: 'deliver' })).toMatchObject({ data: { delivered: 0, failed: 0 } });
  });

  it('is to repeat a hundred of them at most', async () => {
    const numbers = Array.from({ length: 101 }, (_, index) => index + 1);
    expect(await ask({ action: 'replay', numbers: numbers.slice(1) })).toMatchObject({
      data: { replayed: 100 },
    });
    await expect(ask({ action: 'replay', numbers })).rejects.toThrow('malformed_request');
  });
});
