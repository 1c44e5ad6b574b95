import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { execute } from './execute';
import type { Faults } from './faults';
import { type Answer, errorAnswer, errorWord, RequestError, readBatch } from './protocol';
import type { RedisEngine } from './reply';
import type { RedisRequest } from './requests';
import { type Run, suffer } from './suffer';

/** Upstash's limit of one request. @see https://upstash.com/docs/redis/troubleshooting/max_request_size_exceeded */
const maxRequestBytes = 10 * 1024 * 1024;

const methods = ['GET', 'HEAD', 'POST', 'PUT'];

/** What answering needs. */
export interface FrontOptions {
  engine: RedisEngine;
  token: string;
  faults: Faults;
  /** Waited before each request is carried out, in milliseconds. */
  latencyMs: () => number;
  onRequest: (request: RedisRequest) => void;
}

/** Answers requests of the Upstash REST protocol. @see https://upstash.com/docs/redis/features/restapi */
export function createFront(options: FrontOptions): RequestListener {
  return async (request, response) => {
    const startedAt = performance.now();
    const url = new URL(`http://localhost${request.url}`);
    // Only the first segment: in path style the others are arguments.
    const seen: RedisRequest = { path: `/${url.pathname.split('/')[1]}`, commands: [], status: 0, ms: 0 };
    const answer = await answerOf(request, url, seen, options).catch(toFailure);
    seen.status = answer?.status ?? 0;
    const error = answer && errorWord(answer);
    if (error) seen.error = error;
    seen.ms = performance.now() - startedAt;
    options.onRequest(seen);
    if (answer) send(request, response, answer);
    else request.socket.destroy();
  };
}

/** Notes the commands in `seen`. Undefined: the connection is to be closed without an answer. */
async function answerOf(
  request: IncomingMessage,
  url: URL,
  seen: RedisRequest,
  options: FrontOptions,
): Promise<Answer | undefined> {
  const body = await readBody(request);
  authorize(request, url, options.token);
  const batch = readBatch(url, body);
  seen.commands = batch.commands.map(([name = '']) => name.toLowerCase());
  const latencyMs = options.latencyMs();
  if (latencyMs > 0) await sleep(latencyMs);
  const run: Run = (engine) => execute(engine, batch, request.headers['upstash-encoding'] === 'base64');
  const rule = options.faults.take(seen.path, seen.commands);
  return rule ? suffer(rule, run, options.engine, request.socket) : run(options.engine);
}

async function readBody(request: IncomingMessage): Promise<string> {
  if (!methods.includes(request.method ?? '')) throw new RequestError(405, 'ERR method not allowed');
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes <= maxRequestBytes) chunks.push(chunk);
  }
  if (bytes <= maxRequestBytes) return Buffer.concat(chunks).toString();
  throw new RequestError(
    413,
    `ERR max request size exceeded. Limit: ${maxRequestBytes} bytes, Actual: ${bytes} bytes`,
  );
}

/** The token comes as `Authorization: Bearer` or as the query parameter `_token`, which is no argument of the command. */
function authorize(request: IncomingMessage, url: URL, token: string): void {
  const given =
    request.headers.authorization?.replace(/^Bearer /i, '') ?? url.searchParams.get('_token') ?? '';
  url.searchParams.delete('_token');
  if (!timingSafeEqual(digest(given), digest(token))) {
    throw new RequestError(401, 'WRONGPASS invalid or missing auth token');
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function toFailure(error: unknown): Answer {
  if (error instanceof RequestError) return errorAnswer(error.status, error.message);
  return errorAnswer(500, `ERR ${error instanceof Error ? error.message : String(error)}`);
}

function send(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  const { status, text, retryAfterSeconds } = answer;
  const syncToken = request.headers['upstash-sync-token'];
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    ...(retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) }),
    ...(syncToken === undefined ? {} : { 'upstash-sync-token': syncToken || 'stand-in' }),
  });
  response.end(request.method === 'HEAD' ? undefined : text);
}
