import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Where a function dies: as its n-th request is about to leave, or after that request took effect and before the answer came. */
export interface Death {
  readonly atRequest: number;
  readonly when: 'before' | 'after';
}

/**
 * The way of one function to everything outside it. At its death the request in hand is swallowed, with or without its effect, and
 * nothing gets through any more: as when the platform ends a process.
 */
export class Gate {
  readonly #death: Death | undefined;
  readonly #servers: ReturnType<typeof createServer>[] = [];
  #requests = 0;
  #announce: () => void = () => undefined;
  readonly died = new Promise<void>((resolve) => {
    this.#announce = resolve;
  });
  #dead = false;

  constructor(death?: Death) {
    this.#death = death;
  }

  get isDead(): boolean {
    return this.#dead;
  }

  /** Answers a URL that leads to `target` through this gate. */
  async to(target: string): Promise<string> {
    const server = createServer((incoming, outgoing) => this.#pass(target, incoming, outgoing));
    this.#servers.push(server.listen(0, '127.0.0.1'));
    await once(server, 'listening');
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  close(): void {
    for (const server of this.#servers) {
      server.close();
      server.closeAllConnections();
    }
  }

  #pass(target: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
    this.#requests += 1;
    const dies = this.#death?.atRequest === this.#requests ? this.#death.when : undefined;
    if (this.#dead || dies === 'before') {
      this.#die();
      return;
    }
    const url = new URL(target);
    const { method, headers, url: path } = incoming;
    const onward = request({ host: url.hostname, port: url.port, method, path, headers }, (answer) => {
      if (dies === 'after') {
        answer.resume().on('end', () => this.#die());
        return;
      }
      if (this.#dead) return;
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  }

  #die(): void {
    this.#dead = true;
    this.#announce();
  }
}
