import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { close, listen } from '../server';
import type { LogEntry } from '../twilio/model';
import { type EngineChoice, openEngine } from './engine';
import { Faults } from './faults';
import { createFront } from './front';
import { type RedisRequest, RequestRecord } from './requests';

export type { EngineChoice } from './engine';
export type { FaultEffect, FaultRule, Faults } from './faults';
export { hasRedisServer } from './redis-server';
export type { RedisRequest, RequestRecord } from './requests';

export interface UpstashOptions {
  /** Default 0: any free port of 127.0.0.1. */
  port?: number;
  /** Default: a random one. */
  token?: string;
  /** Default `auto`. */
  engine?: EngineChoice;
  /** Injected latency per HTTP request, in milliseconds. Default 0. */
  redisMs?: number;
  log?: (entry: LogEntry) => void;
}

/** A running stand-in for Upstash Redis. */
export interface Upstash {
  url: string;
  token: string;
  /** `embedded`, `redis-server` or `redis`. */
  engineName: string;
  faults: Faults;
  requests: RequestRecord;
  setLatency(ms: number): void;
  /** Ends the engine and every connection. */
  close(): Promise<void>;
}

/** Starts a stand-in for Upstash Redis on 127.0.0.1. Rejects when the port is taken or the engine cannot be opened. */
export async function startUpstash(options: UpstashOptions = {}): Promise<Upstash> {
  const { port = 0, token = randomBytes(24).toString('base64url'), engine: choice = 'auto', log } = options;
  let latencyMs = options.redisMs ?? 0;
  const engine = await openEngine(choice);
  const faults = new Faults();
  const requests = new RequestRecord();
  const onRequest = (request: RedisRequest) => {
    requests.add(request);
    log?.(toLogEntry(request));
  };
  const server = createServer(createFront({ engine, token, faults, latencyMs: () => latencyMs, onRequest }));
  const url = await listen(server, port).catch(async (error: unknown) => {
    await engine.close();
    throw error;
  });
  return {
    url,
    token,
    engineName: engine.name,
    faults,
    requests,
    setLatency: (ms) => {
      latencyMs = ms;
    },
    close: () => close(server).then(() => engine.close()),
  };
}

function toLogEntry({ path, commands, status, error, ms }: RedisRequest): LogEntry {
  return {
    at: Date.now(),
    kind: 'redis',
    method: 'POST',
    target: `${path} ${commands.join(' ')}`,
    status,
    ms,
    ...(error && { note: error }),
  };
}
