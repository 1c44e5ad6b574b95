import type { IncomingMessage } from 'node:http';
import express, { type RequestHandler } from 'express';
import { limits } from './limits';

const bodies = new WeakMap<IncomingMessage, Buffer>();

/**
 * Reads a body as the platform does: JSON and forms only, at most 1 MB with the headers; every other kind is read and
 * dropped. What cannot be parsed ends in an error with a `status`.
 */
export function readBody(): RequestHandler[] {
  const limit = limits.requestBytes;
  const verify = (request: IncomingMessage, _response: unknown, body: Buffer) =>
    void bodies.set(request, body);
  return [
    refuseLargeHeaders,
    express.json({ limit, verify }),
    express.urlencoded({ limit, verify, extended: false }),
    express.raw({ limit, type: () => true }),
  ];
}

/** The bytes of a JSON or form body; empty for any other. */
export function bodyOf(request: IncomingMessage): Buffer {
  return bodies.get(request) ?? Buffer.alloc(0);
}

const refuseLargeHeaders: RequestHandler = (request, response, next) => {
  const headerBytes = Buffer.byteLength(request.rawHeaders.join('  '));
  const bodyBytes = Number(request.headers['content-length'] ?? 0);
  if (headerBytes + bodyBytes <= limits.requestBytes) return next();
  response.sendStatus(413);
};
