import { EventEmitter, once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { buildAssets } from '../../scripts/build/assets';
import { close, listen } from '../../simulator/server';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
};

/** One call of `/connect` that waits for its answer. */
export interface ConnectCall {
  method: string;
  authorization: string | undefined;
  language: string | undefined;
  /** Resolves once the browser has the answer, or has given up. */
  over: Promise<unknown>;
  answer: (status: number, body: unknown) => void;
}

/** Serves the built assets and a `/connect` whose answers the test gives. */
export class StubService {
  readonly calls: ConnectCall[] = [];
  /** Given at once to each call while set. */
  answer: { status: number; body: unknown } | undefined;
  /** The page at `/blank`. */
  blank = '';
  url = '';
  #folder = '';
  readonly #arrived = new EventEmitter();
  readonly #server = createServer((request, response) => void this.#respond(request, response));

  async start(): Promise<void> {
    this.#folder = await mkdtemp(join(tmpdir(), 'tokumei-assets-'));
    await buildAssets(join(__dirname, '../../src/assets'), this.#folder);
    this.url = await listen(this.#server, 0);
  }

  async stop(): Promise<void> {
    await close(this.#server);
    await rm(this.#folder, { recursive: true, force: true });
  }

  reset(): void {
    this.calls.length = 0;
    this.answer = undefined;
  }

  /** The call of that number, counted from 1, once it has come. */
  async called(number: number): Promise<ConnectCall> {
    for (;;) {
      const call = this.calls[number - 1];
      if (call) return call;
      await once(this.#arrived, 'call');
    }
  }

  async #respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', this.url);
    if (pathname === '/connect') return this.#connect(request, response);
    const content =
      pathname === '/blank'
        ? this.blank
        : await readFile(join(this.#folder, pathname)).catch(() => undefined);
    response.writeHead(content === undefined ? 404 : 200, {
      'content-type': types[extname(pathname) || '.html'] ?? '',
    });
    response.end(content);
  }

  #connect(request: IncomingMessage, response: ServerResponse): void {
    const answer = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    };
    this.calls.push({
      method: request.method ?? '',
      authorization: request.headers.authorization,
      language: request.headers['accept-language'],
      over: once(response, 'close'),
      answer,
    });
    this.#arrived.emit('call');
    if (this.answer) answer(this.answer.status, this.answer.body);
  }
}
