import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer as createTlsServer } from 'node:tls';
import { Edge } from '../edge/edge';
import { contextProblems } from '../edge/limits';
import type { Certificate } from '../gateway/certificate';
import type { Live } from '../twilio/serverless/model';
import { unpack } from './unpack';

/** The local runtime, which serves a folder. */
export type StartRuntime = (options: {
  baseDir: string;
  context: Readonly<Record<string, string>>;
}) => Promise<{ url: string; stop(): Promise<void> }>;

export interface SiteOptions {
  certificate: Certificate;
  startRuntime: StartRuntime;
  /** The `node_modules` from which packages are installed. */
  packages: string;
  /** Hears why what is live cannot be run. */
  onFailure: (error: Error) => void;
}

/** The Functions cannot be run with their variables: error 82006. */
export class ContextRefused extends Error {
  override readonly name = 'ContextRefused';
}

/** What serves a deployment. */
interface Running {
  port: number;
  stop(): Promise<void>;
}

/** One domain of Twilio's, on this machine: serves what is live, unpacked into a folder of its own. */
export class Site {
  /** Host and port; for HTTPS, as Twilio's domains are. */
  domain = '';
  /** The same by HTTP, for the simulated Twilio, which is not told of the certificate. */
  plainUrl = '';
  readonly #servers: Server[] = [];
  readonly #sockets = new Set<Socket>();
  #live: Live | undefined;
  #running: Promise<Running> | undefined;

  constructor(private readonly options: SiteOptions) {}

  async start(): Promise<this> {
    const tls = createTlsServer(this.options.certificate, (socket) => void this.#join(socket));
    const plain = createServer((socket) => void this.#join(socket));
    this.#servers.push(tls, plain);
    this.domain = `localhost:${await open(tls)}`;
    this.plainUrl = `http://127.0.0.1:${await open(plain)}`;
    return this;
  }

  /** Takes the place of what was served; it is started when it is first asked for, as on the platform. */
  serve(live: Live): void {
    this.#live = live;
    void this.#end();
  }

  async stop(): Promise<void> {
    this.#live = undefined;
    for (const socket of this.#sockets) socket.destroy();
    for (const server of this.#servers) server.close();
    await this.#end();
  }

  /** Joins a connection with the edge of what is live. */
  async #join(socket: Socket): Promise<void> {
    this.#sockets.add(socket);
    socket.once('close', () => this.#sockets.delete(socket)).on('error', () => socket.destroy());
    if (this.#live === undefined) return void socket.end(bare('404 Not Found'));
    try {
      this.#running ??= this.#run(this.#live);
      const { port } = await this.#running;
      const inner = connect(port, '127.0.0.1').on('error', () => socket.destroy());
      socket.once('close', () => inner.destroy());
      socket.pipe(inner).pipe(socket);
    } catch (error) {
      this.options.onFailure(error instanceof Error ? error : new Error(String(error)));
      socket.end(bare('500 Internal Server Error'));
    }
  }

  async #run({ build, context }: Live): Promise<Running> {
    const { packages, startRuntime } = this.options;
    const problems = contextProblems(context);
    if (problems.length > 0) throw new ContextRefused(problems.join('; '));
    const baseDir = mkdtempSync(join(tmpdir(), 'tokumei-deployed-'));
    const clear = () => rmSync(baseDir, { recursive: true, force: true });
    try {
      unpack(build, baseDir, packages);
      const functionsDir = join(baseDir, 'dist', 'functions');
      const edge = new Edge({ functionsDir, context, publicUrl: `https://${this.domain}` });
      const runtime = await startRuntime({ baseDir, context });
      await edge.start();
      edge.serve(runtime.url);
      const stop = async () => {
        await edge.stop();
        await runtime.stop();
        clear();
      };
      return { port: Number(new URL(edge.url).port), stop };
    } catch (error) {
      clear();
      throw error;
    }
  }

  async #end(): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    await running?.then(({ stop }) => stop()).catch(() => undefined);
  }
}

/** Opens a server to this machine only, at any free port. */
async function open(server: Server): Promise<number> {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function bare(status: string): string {
  return `HTTP/1.1 ${status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`;
}
