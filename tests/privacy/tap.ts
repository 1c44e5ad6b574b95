import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** One request and its answer, as they went over the wire. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly requestHeaders: string;
  readonly requestBody: string;
  readonly answer: string;
}

/** A server that passes everything on and writes it down. */
export class Tap {
  readonly exchanges: Exchange[] = [];
  /** Base URL of the server behind the tap. */
  target = '';

  private constructor(private readonly server: Server) {}

  static async start(): Promise<Tap> {
    const server = createServer();
    const tap = new Tap(server);
    server.on('request', async (incoming, outgoing) => {
      const sent = await buffer(incoming);
      const answer = await tap.#pass(incoming, sent).catch(() => undefined);
      const received = answer === undefined ? Buffer.alloc(0) : await buffer(answer);
      tap.exchanges.push(exchange(incoming, sent, answer, received));
      if (answer === undefined) return void outgoing.destroy();
      const { 'transfer-encoding': _, ...headers } = answer.headers;
      outgoing.writeHead(answer.statusCode ?? 502, headers).end(received);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return tap;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
  }

  async #pass({ method, url = '/', headers }: IncomingMessage, body: Buffer): Promise<IncomingMessage> {
    const onward = request(`${this.target}${url}`, { method, headers });
    onward.end(body);
    const [answer] = (await once(onward, 'response')) as [IncomingMessage];
    return answer;
  }
}

/** Credentials are what headers of their own are for: only there they are no leak. */
function exchange(
  { method = '', url = '', headers }: IncomingMessage,
  sent: Buffer,
  answer: IncomingMessage | undefined,
  received: Buffer,
): Exchange {
  const { authorization: _, 'x-twilio-signature': __, ...others } = headers;
  return {
    method,
    path: url,
    requestHeaders: JSON.stringify(others),
    requestBody: sent.toString('utf8'),
    answer: `${answer?.statusCode ?? 0} ${JSON.stringify(answer?.headers ?? {})} ${received.toString('utf8')}`,
  };
}
