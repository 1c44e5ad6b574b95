import { RedisError, type Reply } from './reply';

/** One command: its name and arguments. */
export type Command = readonly string[];

/** What a request asks for. @see https://upstash.com/docs/redis/features/restapi */
export type Batch = { kind: 'single' | 'pipeline' | 'transaction'; commands: readonly Command[] };

/** An answer of the REST interface: HTTP status and JSON text. */
export type Answer = { status: number; text: string; retryAfterSeconds?: number };

/** A request that never reaches Redis. */
export class RequestError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** Reads the commands from path, query and body. Throws {@link RequestError} where Upstash answers 400. */
export function readBatch(url: URL, body: string): Batch {
  if (url.pathname === '/') return { kind: 'single', commands: [toCommand(parseJson(body))] };
  if (url.pathname === '/pipeline') return { kind: 'pipeline', commands: toCommands(parseJson(body)) };
  if (url.pathname === '/multi-exec') return { kind: 'transaction', commands: toCommands(parseJson(body)) };
  return { kind: 'single', commands: [pathCommand(url, body)] };
}

/** `/set/foo/bar?EX=100`: segments, then the body as one more argument, then the query's names and values. */
function pathCommand(url: URL, body: string): Command {
  const segments = url.pathname.slice(1).split('/').map(decodeURIComponent);
  const options = [...url.searchParams].flatMap(([name, value]) => (value === '' ? [name] : [name, value]));
  return [...segments, ...(body === '' ? [] : [body]), ...options];
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new RequestError(400, 'ERR failed to parse command');
  }
}

function toCommands(value: unknown): Command[] {
  if (!Array.isArray(value) || value.length === 0)
    throw new RequestError(400, 'ERR failed to parse pipeline request');
  return value.map(toCommand);
}

function toCommand(value: unknown): Command {
  if (!Array.isArray(value) || value.length === 0) throw new RequestError(400, 'ERR failed to parse command');
  return value.map(toArgument);
}

function toArgument(value: unknown): string {
  if (value === null) throw new RequestError(400, 'ERR null args are not supported');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** A single reply is 400 when it is an error; the replies of a batch are 200, each with its own error. */
export function singleAnswer(reply: Reply, isBase64: boolean): Answer {
  return { status: reply instanceof RedisError ? 400 : 200, text: JSON.stringify(toItem(reply, isBase64)) };
}

/** @see singleAnswer */
export function batchAnswer(replies: readonly Reply[], isBase64: boolean): Answer {
  return { status: 200, text: JSON.stringify(replies.map((reply) => toItem(reply, isBase64))) };
}

/** An answer that says what went wrong. */
export function errorAnswer(status: number, message: string): Answer {
  return { status, text: JSON.stringify({ error: message }) };
}

/** The first word of the error that an answer tells, such as NOSCRIPT; undefined for one that went well. */
export function errorWord({ text }: Answer): string | undefined {
  return /^\{"error":"([A-Z]+)/.exec(text)?.[1];
}

function toItem(reply: Reply, isBase64: boolean): unknown {
  return reply instanceof RedisError ? { error: reply.message } : { result: toJson(reply, isBase64) };
}

/** Upstash leaves the status `OK` as it is and encodes every other string. */
function toJson(reply: Reply, isBase64: boolean): unknown {
  if (Array.isArray(reply)) return reply.map((element) => toJson(element, isBase64));
  if (reply instanceof RedisError) return toJson(reply.message, isBase64);
  if (Buffer.isBuffer(reply)) return reply.toString(isBase64 ? 'base64' : 'utf8');
  if (typeof reply === 'string' && isBase64 && reply !== 'OK') return Buffer.from(reply).toString('base64');
  return reply;
}
