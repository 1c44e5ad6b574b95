import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { validateRequest } from 'twilio';

export interface Received {
  path: string;
  method: string;
  parameters: Record<string, string>;
  /** Whether X-Twilio-Signature is right, as the `twilio` package judges. */
  isSigned: boolean;
}

export interface Reply {
  status?: number;
  type?: string;
  body?: string;
}

type Handler = (request: Received) => Reply | Promise<Reply>;

/** An application's web server as Twilio sees it: records every webhook and answers what a test says. */
export class Application {
  readonly received: Received[] = [];
  readonly #handlers = new Map<string, Handler>();
  readonly #server: Server;
  #notify = () => {};

  constructor(private readonly authToken: string) {
    this.#server = createServer(async (request, response) => {
      const received = await this.#read(request);
      const reply = (await this.#handlers.get(received.path)?.(received)) ?? { status: 404 };
      this.received.push(received);
      this.#notify();
      response.writeHead(reply.status ?? 200, { 'Content-Type': reply.type ?? 'application/xml' });
      response.end(reply.body ?? '');
    });
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  url(path: string): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}${path}`;
  }

  on(path: string, handler: Handler | Reply): void {
    this.#handlers.set(path, typeof handler === 'function' ? handler : () => handler);
  }

  /** Answers with TwiML; `verbs` is what stands inside `<Response>`. */
  twiml(path: string, verbs: string): void {
    this.on(path, { body: `<?xml version="1.0" encoding="UTF-8"?><Response>${verbs}</Response>` });
  }

  at(path: string): Received[] {
    return this.received.filter((request) => request.path === path);
  }

  /** Resolves once `count` webhooks came to `path`. */
  async waitFor(path: string, count = 1): Promise<Received[]> {
    const deadline = Date.now() + 3000;
    while (this.at(path).length < count) {
      if (Date.now() > deadline) throw new Error(`${this.at(path).length} of ${count} webhooks at ${path}`);
      await new Promise<void>((resolve) => {
        this.#notify = resolve;
        setTimeout(resolve, 200);
      });
    }
    return this.at(path);
  }

  async #read(request: IncomingMessage): Promise<Received> {
    const url = new URL(request.url ?? '/', this.url('/'));
    const body = new URLSearchParams(await text(request));
    const posted = Object.fromEntries(body);
    const signature = String(request.headers['x-twilio-signature']);
    return {
      path: url.pathname,
      method: request.method ?? '',
      parameters: { ...Object.fromEntries(url.searchParams), ...posted },
      isSigned: validateRequest(this.authToken, signature, url.href, posted),
    };
  }
}
