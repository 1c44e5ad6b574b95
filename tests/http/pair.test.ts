import type { Caller } from '../../src/http/authenticate';
import type { ClientCall } from '../../src/http/client-function';
import { readPair, readUserId } from '../../src/http/pair';
import { RequestError } from '../../src/http/request-error';
import { deadlineIn } from '../../src/masking/deadline';
import type { UserId } from '../../src/masking/session';
import { configWith } from './environment';

const backend: Caller = { kind: 'key', scopes: ['connect'] };
const bearer: Caller = {
  kind: 'ticket',
  ticket: {
    sub: 'buyer-1' as UserId,
    phone_number: '090-1234-5678',
    peer: { sub: 'seller-1' as UserId, phone_number: '080-8765-4321' },
  },
};
const body = { userId: 'buyer-1', from: '090-1234-5678', peerId: 'seller-1', to: '080-8765-4321' };

function call(caller: Caller, params: Record<string, unknown>): ClientCall {
  return {
    caller,
    params,
    config: configWith({ REFUSED_PREFIXES: '+8150' }),
    language: 'ja',
    deadline: deadlineIn(1_000),
    requestId: 'request-1',
  };
}

function refusal(action: () => unknown) {
  try {
    action();
  } catch (error) {
    if (error instanceof RequestError) return error.failure;
    throw error;
  }
  return undefined;
}

const pair = {
  caller: { userId: 'buyer-1', number: '+819012345678', country: 'JP' },
  callee: { userId: 'seller-1', number: '+818087654321', country: 'JP' },
};

describe('the pair to be joined', () => {
  it('is the one that the backend names', () => {
    expect(readPair(call(backend, body))).toEqual(pair);
  });

  it('is the one that the ticket names', () => {
    expect(readPair(call(bearer, {}))).toEqual(pair);
  });

  it('cannot be changed by the bearer of a ticket', () => {
    expect(refusal(() => readPair(call(bearer, { to: '070-1111-2222' })))).toEqual({
      code: 'malformed_request',
    });
  });

  it.each(['userId', 'from', 'peerId', 'to'])('is malformed without %s', (field) => {
    const { [field]: _, ...rest } = body as Record<string, unknown>;
    expect(refusal(() => readPair(call(backend, rest)))).toEqual({ code: 'malformed_request', field });
  });

  it.each<[string, unknown]>([
    ['userId', ''],
    ['userId', 'a b'],
    ['userId', 'line\nbreak'],
    ['userId', 'zero\u0000'],
    ['userId', '\u202eright-to-left'],
    ['userId', 'x'.repeat(129)],
    ['userId', 7],
    ['userId', ['buyer-1']],
    ['peerId', { $ne: null }],
    ['peerId', null],
    ['from', 9012345678],
    ['from', ''],
    ['from', ['090-1234-5678']],
    ['to', '0'.repeat(65)],
    ['to', true],
  ])('is malformed when %s is %j', (field, value) => {
    const failure = refusal(() => readPair(call(backend, { ...body, [field]: value })));
    expect(failure).toEqual({ code: 'malformed_request', field });
  });

  it('is malformed with a field that nobody knows, which is not repeated', () => {
    const failure = refusal(() => readPair(call(backend, { ...body, '+819012345678': 'x' })));
    expect(failure).toEqual({ code: 'malformed_request' });
  });

  it.each([
    ['from', '110', 'number_emergency'],
    ['to', '0120-123-456', 'number_toll_free'],
    ['to', '0570-123-456', 'number_premium_rate'],
    ['to', '+1 202-555-0123', 'number_country_not_allowed'],
    ['from', '050-3000-0000', 'number_range_refused'],
    ['from', '03-1234', 'number_too_short'],
    ['to', '020-1234-5678', 'number_not_a_subscriber'],
    ['to', 'abc', 'number_invalid'],
    ['from', '09012345678901234567', 'number_too_long'],
  ])('is refused when %s is %s', (field, number, code) => {
    expect(refusal(() => readPair(call(backend, { ...body, [field]: number })))).toEqual({ code, field });
  });
});

describe('the user that a request is about', () => {
  it('is whom the backend names, or the ticket\u2019s own', () => {
    expect(readUserId(call(backend, { userId: 'buyer-1' }))).toBe('buyer-1');
    expect(readUserId(call(bearer, {}))).toBe('buyer-1');
  });

  it('cannot be somebody else for the bearer of a ticket', () => {
    const failure = refusal(() => readUserId(call(bearer, { userId: 'seller-1' })));
    expect(failure).toEqual({ code: 'malformed_request' });
  });

  it('may have an id of 128 characters of any script', () => {
    const userId = '利用者'.repeat(42).padEnd(128, '-');
    expect(readUserId(call(backend, { userId }))).toBe(userId);
  });

  it('is malformed without an id', () => {
    const failure = refusal(() => readUserId(call(backend, {})));
    expect(failure).toEqual({ code: 'malformed_request', field: 'userId' });
  });
});
