import { failure, success } from '../../src/http/answers';
import { type ErrorCode, errors } from '../../src/http/messages';

/** The interface as clients know it: a code or a status that changes here breaks them. */
const STATUSES: Readonly<Record<ErrorCode, number>> = {
  malformed_request: 400,
  unauthorized: 401,
  forbidden: 403,
  unknown_report: 404,
  superseded: 409,
  in_progress: 409,
  peer_blocked: 409,
  same_user: 422,
  same_number: 422,
  number_invalid: 422,
  number_too_short: 422,
  number_too_long: 422,
  number_emergency: 422,
  number_toll_free: 422,
  number_premium_rate: 422,
  number_not_a_subscriber: 422,
  number_country_not_allowed: 422,
  number_range_refused: 422,
  number_unreachable: 422,
  quota_exceeded: 429,
  user_paused: 429,
  too_many_reports: 429,
  service_ceiling_reached: 429,
  pool_exhausted: 503,
  store_unavailable: 503,
  switchboard_unavailable: 503,
  misconfigured: 500,
  internal_error: 500,
};
const codes = Object.keys(STATUSES) as ErrorCode[];

describe('an error answer', () => {
  it('has one of the documented codes', () => {
    expect(Object.keys(errors).sort()).toEqual([...codes].sort());
  });

  it.each(codes)('%s has its status and a text in both languages', (code) => {
    const [japanese, english] = [failure({ code }, 'ja'), failure({ code }, 'en')];
    expect([japanese.status, english.status]).toEqual([STATUSES[code], STATUSES[code]]);
    expect(japanese.body).toEqual({
      status: 'error',
      code,
      message: expect.stringMatching(/[\u3040-\u30ff\u4e00-\u9fff]/),
    });
    expect(english.body).toEqual({
      status: 'error',
      code,
      message: expect.stringMatching(/^[A-Z][\x20-\x7e]+\.$/),
    });
    expect(english.headers).toMatchObject({ 'Content-Language': 'en', 'Content-Type': 'application/json' });
    expect(japanese.headers).toMatchObject({ 'Content-Language': 'ja' });
  });

  it.each<ErrorCode>([
    'service_ceiling_reached',
    'pool_exhausted',
    'store_unavailable',
    'switchboard_unavailable',
    'misconfigured',
    'internal_error',
  ])('%s, about which the user can do nothing, keeps the sentence of the first design', (code) => {
    expect(failure({ code }, 'ja').body).toMatchObject({
      message: 'エラーが発生し、現在電話ができないため、メッセージでやりとりお願い致します',
    });
  });

  it('names the field that is meant, and variables for monitors', () => {
    expect(failure({ code: 'number_invalid', field: 'to' }, 'en').body).toMatchObject({ field: 'to' });
    const variables = ['AUTH_TOKEN is missing'];
    expect(failure({ code: 'misconfigured', variables }, 'en').body).toMatchObject({ variables });
  });

  it.each([
    [0, '1'],
    [0.2, '1'],
    [1, '1'],
    [59.1, '60'],
  ])('says in whole seconds when to try again: %d is %s', (retryAfterSeconds, written) => {
    const { headers, body } = failure({ code: 'pool_exhausted', retryAfterSeconds }, 'en');
    expect(headers['Retry-After']).toBe(written);
    expect(body).not.toHaveProperty('retryAfterSeconds');
  });

  it('has no Retry-After unless one is known', () => {
    expect(failure({ code: 'forbidden' }, 'en').headers).not.toHaveProperty('Retry-After');
  });

  it('asks for a credential with 401, and only then', () => {
    expect(failure({ code: 'unauthorized' }, 'en').headers['WWW-Authenticate']).toBe('Bearer');
    expect(failure({ code: 'forbidden' }, 'en').headers).not.toHaveProperty('WWW-Authenticate');
  });
});

describe('a successful answer', () => {
  it('carries its data in the envelope', () => {
    expect(success({ tel: '+815031000000' })).toEqual({
      status: 200,
      headers: { 'Content-Type': 'application/json' },
      body: { status: 'success', data: { tel: '+815031000000' } },
    });
  });
});
