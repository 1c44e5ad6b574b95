import { randomUUID } from 'node:crypto';
import type { Event } from './runtime';

export interface Request {
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** What came in the body. */
  readonly params: Readonly<Record<string, unknown>>;
  /** The client's X-Request-Id where it is a UUID, else a new one. */
  readonly id: string;
}

export type RequestResult =
  | { readonly ok: true; readonly request: Request }
  | { readonly ok: false; readonly request: Request };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const FORBIDDEN_KEYS = ['__proto__', 'constructor', 'prototype'];

/**
 * Reads the event of a Function. The runtime merges query and body over its own `request` field, so a body may replace the headers:
 * what does not look like the runtime's own work is malformed, and what does look like it says no more than headers could have said.
 * Parameters without a Content-Type came in the URL, where no number belongs: malformed too.
 */
export function readRequest(event: Event): RequestResult {
  const { request: envelope, ...params } = event;
  const headers = readHeaders(envelope);
  const id = headers?.['x-request-id'];
  const request = {
    headers: headers ?? {},
    params,
    id: id !== undefined && UUID.test(id) ? id : randomUUID(),
  };
  const names = Object.keys(params);
  const fromBody = names.length === 0 || request.headers['content-type'] !== undefined;
  const ok = headers !== undefined && fromBody && !names.some((name) => FORBIDDEN_KEYS.includes(name));
  return { ok, request };
}

function readHeaders(envelope: unknown): Record<string, string> | undefined {
  if (!isRecord(envelope) || !isRecord(envelope.headers) || !isRecord(envelope.cookies)) return undefined;
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(envelope.headers)) {
    if (typeof value === 'string') headers[name.toLowerCase()] = value;
    else if (!Array.isArray(value)) return undefined;
  }
  return headers;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
