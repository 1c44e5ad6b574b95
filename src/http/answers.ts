import type { Language } from '../config';
import { type ErrorCode, errors } from './messages';
import type { Answer } from './runtime';

/** `{status: "success", data}`. */
export function success(data: object): Answer {
  return { status: 200, headers: JSON_TYPE, body: { status: 'success', data } };
}

export interface Failure {
  readonly code: ErrorCode;
  /** Which parameter is meant, where one is. */
  readonly field?: string;
  readonly retryAfterSeconds?: number;
  /** Names of configuration variables, for monitors. */
  readonly variables?: readonly string[];
}

/** `{status: "error", code, message}`: the message is for people, the code for programs. */
export function failure({ code, retryAfterSeconds, ...details }: Failure, language: Language): Answer {
  const { status, text } = errors[code];
  const headers = {
    ...JSON_TYPE,
    'Content-Language': language,
    ...(retryAfterSeconds === undefined
      ? {}
      : { 'Retry-After': String(Math.max(1, Math.ceil(retryAfterSeconds))) }),
    ...(status === 401 ? { 'WWW-Authenticate': 'Bearer' } : {}),
  };
  return { status, headers, body: { status: 'error', code, message: text[language], ...details } };
}

const JSON_TYPE = { 'Content-Type': 'application/json' } as const;
