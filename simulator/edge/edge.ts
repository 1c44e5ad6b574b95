import { Agent, createServer, type Server } from 'node:http';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import { close, listen } from '../server';
import { readBody } from './body';
import { forward, type Upstream } from './forward';
import { contextProblems, limits } from './limits';
import { type Access, findFunctions } from './routes';
import { isSigned } from './signature';

/** What an edge stands in front of. */
export interface EdgeOptions {
  /** The built Functions; their file names say who may call them. */
  functionsDir: string;
  /** The variables that the Functions run with; `AUTH_TOKEN` checks signatures. */
  context: Readonly<Record<string, string>>;
  /** 0, the default, takes any free port. */
  port?: number;
  /** The base URL that callers use, where it is not the edge's own, such as a tunnel's. */
  publicUrl?: string;
  /** Time that a Function has; the platform's 10 s unless a test is in a hurry. */
  answerMs?: number;
}

/**
 * What Twilio puts in front of every Function and the local runtime leaves out: methods, signatures, visibility and
 * limits. It adds nothing to what passes, so that a Function sees here what it will see there. Where Twilio does not
 * say how a refusal looks, it is a bare status.
 * @see https://www.twilio.com/docs/serverless/functions-assets/functions/request-flow
 */
export class Edge {
  readonly #server: Server;
  readonly #upstream: Upstream;
  readonly #port: number;
  /** Base URL, once started. */
  url = '';

  /** @throws Error naming every limit that the context breaks. */
  constructor(options: EdgeOptions) {
    const problems = contextProblems(options.context);
    if (problems.length > 0) throw new Error(`Twilio would refuse this context: ${problems.join('; ')}`);
    this.#port = options.port ?? 0;
    this.#upstream = { agent: new Agent({ keepAlive: true }), answerMs: options.answerMs ?? limits.answerMs };
    this.#server = createServer(this.#app(options));
  }

  /** Listens; until `serve` is called, every request is answered 503. */
  async start(): Promise<this> {
    this.url = await listen(this.#server, this.#port);
    return this;
  }

  /** @param runtimeUrl base URL of the local runtime, which may need the edge's own to be started. */
  serve(runtimeUrl: string): void {
    this.#upstream.url = runtimeUrl;
  }

  async stop(): Promise<void> {
    this.#upstream.agent.destroy();
    await close(this.#server);
  }

  #app(options: EdgeOptions): express.Express {
    const app = express().disable('x-powered-by').disable('etag');
    app.use(allowedMethods, readBody(), this.#guard(options), forward(this.#upstream), refuseUnreadable);
    return app;
  }

  #guard({ functionsDir, context, publicUrl }: EdgeOptions): RequestHandler {
    const access = new Map<string, Access>(
      findFunctions(functionsDir).map((route) => [route.path, route.access]),
    );
    return (request, response, next) => {
      const needs = access.get(request.path);
      if (needs === 'private') return void response.sendStatus(404);
      if (needs !== 'protected' || request.method === 'OPTIONS') return next();
      const bases = basesOf(publicUrl ?? `http://${request.get('host')}`);
      if (bases.some((base) => isSigned(request, base, context.AUTH_TOKEN ?? ''))) return next();
      response.sendStatus(403);
    };
  }
}

/** Where callers may have been sent: a Function takes a domain of this machine for one without https. */
function basesOf(url: string): string[] {
  return url.startsWith('https://localhost:') ? [url, url.replace('https:', 'http:')] : [url];
}

/** OPTIONS goes on: the runtime answers it as the platform does, without calling the Function. */
const allowedMethods: RequestHandler = (request, response, next) => {
  if (!['GET', 'POST', 'OPTIONS'].includes(request.method)) return void response.sendStatus(405);
  const hasBody =
    Number(request.headers['content-length'] ?? 0) > 0 || 'transfer-encoding' in request.headers;
  if (request.method === 'GET' && hasBody) return void response.sendStatus(403);
  next();
};

const refuseUnreadable: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (response.headersSent) return next(error);
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500;
  response.sendStatus(status);
};
