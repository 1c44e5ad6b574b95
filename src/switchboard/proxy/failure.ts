import { RateLimited } from './rest';

/**
 * What a failed REST call means for the session.
 * @see https://www.twilio.com/docs/api/errors
 */
export type Failure =
  | { readonly kind: 'gone' }
  | { readonly kind: 'name_taken' }
  | { readonly kind: 'numbers_refused' }
  /** Another request for one of the two phones is still at work. @see https://www.twilio.com/docs/api/errors/80623 */
  | { readonly kind: 'contended' }
  | { readonly kind: 'no_number_left' }
  | { readonly kind: 'unreachable_number' }
  | { readonly kind: 'rate_limited'; readonly retryAfterSeconds: number }
  /** Refused for good: credentials, service or parameters are wrong. */
  | { readonly kind: 'rejected'; readonly status: number; readonly code: number | undefined }
  /** The call certainly never reached Twilio. */
  | { readonly kind: 'not_sent' }
  /** The connection broke before an answer: nobody knows whether the call took effect. */
  | { readonly kind: 'lost' }
  /** No answer in time, a fault on Twilio's side, or nonsense: the call may have taken effect. */
  | { readonly kind: 'unknown' };

const BY_CODE: Record<
  number,
  Failure['kind'] &
    ('name_taken' | 'contended' | 'numbers_refused' | 'no_number_left' | 'gone' | 'unreachable_number')
> = {
  20404: 'gone',
  80603: 'name_taken',
  80604: 'numbers_refused',
  80623: 'contended',
  80607: 'gone',
  80404: 'unreachable_number',
  80206: 'no_number_left',
  80207: 'no_number_left',
  80208: 'no_number_left',
};
const NOT_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
const LOST = new Set(['ECONNRESET', 'EPIPE', 'ERR_SOCKET_CLOSED']);

/** Reads an error of the `twilio` client; its message, which may quote numbers, is never kept. */
export function failureOf(error: unknown): Failure {
  if (error instanceof RateLimited)
    return { kind: 'rate_limited', retryAfterSeconds: error.retryAfterSeconds };
  const { status, code } = fields(error);
  if (status === undefined) return connectionFailure(code);
  const kind = typeof code === 'number' ? BY_CODE[code] : undefined;
  if (kind !== undefined) return { kind };
  if (status === 404) return { kind: 'gone' };
  if (status < 400 || status >= 500) return { kind: 'unknown' };
  return { kind: 'rejected', status, code: typeof code === 'number' ? code : undefined };
}

function connectionFailure(code: unknown): Failure {
  if (typeof code !== 'string') return { kind: 'unknown' };
  if (NOT_SENT.has(code)) return { kind: 'not_sent' };
  return { kind: LOST.has(code) ? 'lost' : 'unknown' };
}

function fields(error: unknown): { status: number | undefined; code: unknown } {
  const { status, code } = (typeof error === 'object' && error !== null ? error : {}) as Record<
    string,
    unknown
  >;
  return { status: typeof status === 'number' ? status : undefined, code };
}
