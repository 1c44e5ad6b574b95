import { failureOf } from '../../../src/switchboard/proxy/failure';
import { RateLimited } from '../../../src/switchboard/proxy/rest';

/** As Twilio's client throws it. */
function restError(status: number, code?: number) {
  return Object.assign(new Error('the number +819012345678 is wrong'), { status, code });
}

/** As Node's network layer throws it. */
function networkError(code?: string) {
  return Object.assign(new Error('connect failed'), code === undefined ? {} : { code });
}

describe('a failed call', () => {
  it.each([
    [404, 20404, 'gone'],
    [404, undefined, 'gone'],
    [404, 80105, 'gone'],
    [400, 80603, 'name_taken'],
    [400, 80604, 'numbers_refused'],
    [409, 80623, 'contended'],
    [400, 80607, 'gone'],
    [400, 80404, 'unreachable_number'],
    [400, 80206, 'no_number_left'],
    [400, 80207, 'no_number_left'],
    [400, 80208, 'no_number_left'],
    [500, undefined, 'unknown'],
    [500, 20500, 'unknown'],
    [503, undefined, 'unknown'],
    [200, undefined, 'unknown'],
    [302, undefined, 'unknown'],
  ])('with status %p and code %p is %s', (status, code, kind) => {
    expect(failureOf(restError(status, code))).toEqual({ kind });
  });

  it.each([
    [401, 20003],
    [400, 80202],
    [400, 20001],
    [403, undefined],
    [409, undefined],
  ])('with status %p and code %p is refused for good', (status, code) => {
    expect(failureOf(restError(status, code))).toEqual({ kind: 'rejected', status, code });
  });

  it('that was one too many says how long to wait', () => {
    expect(failureOf(new RateLimited('7'))).toEqual({ kind: 'rate_limited', retryAfterSeconds: 7 });
  });

  it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])(
    'never left when the network says %s',
    (code) => {
      expect(failureOf(networkError(code))).toEqual({ kind: 'not_sent' });
    },
  );

  it.each(['ECONNRESET', 'EPIPE', 'ERR_SOCKET_CLOSED'])(
    'may have taken effect when the network says %s',
    (code) => {
      expect(failureOf(networkError(code))).toEqual({ kind: 'lost' });
    },
  );

  it.each([
    ['a timeout', networkError('ETIMEDOUT')],
    ['an aborted request', networkError('ECONNABORTED')],
    ['an error without a code', networkError()],
    ['a syntax error in the answer', new SyntaxError('Unexpected token <')],
    ['a text', 'ECONNRESET'],
    ['nothing', undefined],
    ['null', null],
  ])('is unknown when it is %s', (_, error) => {
    expect(failureOf(error)).toEqual({ kind: 'unknown' });
  });
});

describe('the wait after too many requests', () => {
  it.each([
    ['0', 0],
    ['30', 30],
    [2, 2],
    [undefined, 1],
    ['soon', 1],
    ['-1', 1],
    ['Wed, 21 Oct 2026 07:28:00 GMT', 1],
  ])('for Retry-After %p is %d s', (header, seconds) => {
    expect(new RateLimited(header).retryAfterSeconds).toBe(seconds);
  });
});
