import { parse } from 'node:querystring';
import { constructEvent } from '../../node_modules/@twilio/runtime-handler/dist/dev-runtime/route';
import { errors } from '../../src/http/messages';
import type { Context, Handler, TwilioResponse } from '../../src/http/runtime';
import type { RawRequest } from './requests';

/** What came back, and in how many milliseconds. */
export interface Returned {
  readonly status: number;
  readonly body: unknown;
  readonly contentType: string;
  readonly ms: number;
}

/** Calls a handler with the event that the runtime would make. @throws Error unless it answers exactly once. */
export async function invoke(handler: Handler, context: Context, request: RawRequest): Promise<Returned> {
  const body: unknown = request.type === 'application/json' ? JSON.parse(request.body) : parse(request.body);
  const wire = { rawHeaders: request.headers.flat(), cookies: {}, query: {}, body };
  const event = constructEvent(wire as unknown as Parameters<typeof constructEvent>[0]);
  const answers: unknown[] = [];
  const start = performance.now();
  await handler(context, event as unknown as Context, (error, answer) => void answers.push(error ?? answer));
  const ms = performance.now() - start;
  const [answer, ...more] = answers;
  if (answer === undefined || answer instanceof Error || more.length > 0)
    throw new Error(`expected one answer, got ${answers.length}: ${String(answer)}`);
  return { ...read(answer as TwilioResponse), ms };
}

function read(answer: TwilioResponse): Omit<Returned, 'ms'> {
  const { statusCode, headers, body } = answer as unknown as {
    statusCode: number;
    headers: Record<string, string>;
    body: unknown;
  };
  return { status: statusCode, body, contentType: headers['Content-Type'] ?? '' };
}

/** Whether the answer to a client is one of the documented ones, and none that blames the service. */
export function isDocumented({ status, body }: Pick<Returned, 'status' | 'body'>): boolean {
  if (typeof body !== 'object' || body === null) return false;
  const answer = body as { status?: unknown; code?: unknown; message?: unknown };
  if (status === 200) return answer.status === 'success' && 'data' in answer;
  const documented = Object.entries(errors).find(([code]) => code === answer.code)?.[1];
  const isPerson = typeof answer.message === 'string' && answer.message !== '';
  return status < 500 && answer.status === 'error' && documented?.status === status && isPerson;
}

export function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}
