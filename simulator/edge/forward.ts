import { type Agent, type IncomingHttpHeaders, type IncomingMessage, request as send } from 'node:http';
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
    // The path goes out as it came: normalised on the way, it could reach a Function other than the one checked.
    const sent = send(upstream.url, {
      path: request.originalUrl,
      method: request.method,
      headers: headersFor(request.headers, body),
      agent: upstream.agent,
    });
    const timer = setTimeout(() => end(response, 504), upstream.answerMs);
    response.once('close', () => {
      clearTimeout(timer);
      sent.destroy();
    });
    sent.once('response', (answer) => passBack(answer, response));
    sent.once('error', () => end(response, 502));
    sent.end(body);
  };
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
