import {
  type Agent,
  type ClientRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request as send,
} from 'node:http';
import type { Request, RequestHandler, Response } from 'express';
import { bodyOf } from './body';

/** Where the runtime is and how long it may take. */
export interface Upstream {
  /** Base URL of the local runtime, once it runs. */
  url?: string;
  agent: Agent;
  answerMs: number;
}

/** Passes a request on to the runtime and its answer back, as it comes; 504 when the answer takes too long. */
export function forward(upstream: Upstream): RequestHandler {
  return (request, response) => {
    if (upstream.url === undefined) return void response.sendStatus(503);
    const body = bodyOf(request);
    let sent: ClientRequest | undefined;
    const timer = setTimeout(() => end(response, 504), upstream.answerMs);
    response.once('close', () => {
      clearTimeout(timer);
      sent?.destroy();
    });
    const ask = (url: string, agent: Agent | false) => {
      const asked = send(url, {
        // The path goes out as it came: normalised on the way, it could reach a Function other than the one checked.
        path: request.originalUrl,
        method: request.method,
        headers: headersFor(request.headers, body),
        agent,
      });
      sent = asked;
      asked.once('response', (answer) => passBack(answer, response));
      asked.once('error', (error) => {
        if (wasClosedWhileIdle(asked, error) && !response.closed) ask(url, false);
        else end(response, 502);
      });
      asked.end(body);
    };
    ask(upstream.url, upstream.agent);
  };
}

/**
 * Whether the runtime had given up the connection, idle for five seconds, just when it was used again: the request was never read.
 * @see https://nodejs.org/api/http.html#requestreusedsocket
 */
function wasClosedWhileIdle({ reusedSocket }: ClientRequest, { code }: NodeJS.ErrnoException): boolean {
  return reusedSocket && (code === 'ECONNRESET' || code === 'EPIPE');
}

/** Ends with a bare status; once the answer has begun, all that is left is to cut it. */
function end(response: Response, status: number): void {
  if (response.headersSent) response.destroy();
  else response.sendStatus(status);
}

function passBack(answer: IncomingMessage, response: Response): void {
  if (response.headersSent) return void answer.resume();
  response.writeHead(answer.statusCode ?? 502, withoutConnection(answer.headers));
  answer.pipe(response);
}

function headersFor(headers: Request['headers'], body: Buffer): IncomingHttpHeaders {
  const { 'content-encoding': _decoded, ...rest } = withoutConnection(headers);
  return { ...rest, 'content-length': String(body.length) };
}

/** Headers that speak of one connection only. */
function withoutConnection(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const { connection: _connection, 'keep-alive': _alive, 'transfer-encoding': _transfer, ...rest } = headers;
  return rest;
}
