import type { IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Request, RequestHandler, Response } from 'express';
import type { Faults } from '../faults';
import type { Log } from '../log';
import type { Clock } from '../model';
import type { HostApi } from './api';
import { deliver } from './deliver';
import { readRequest } from './read';

/** What the handler needs around the APIs. */
export interface RouterOptions {
  clock: Clock;
  log: Log;
  faults: Faults;
  /** By host, such as proxy.twilio.com. */
  apis: ReadonlyMap<string, HostApi>;
  /** Milliseconds that every answer takes; asked anew each time. */
  latencyMs: () => number;
}

/** A request's place at Twilio. */
interface Target {
  api: HostApi;
  url: URL;
}

/** Answers what is sent to one of Twilio's hosts, named by the Host header or by the first segment of the path. */
export function twilioRouter(options: RouterOptions): RequestHandler {
  return (request, response, next) => {
    const target = targetOf(request, options.apis);
    if (target) respond(options, target, request, response).catch(next);
    else next();
  };
}

async function respond(
  { clock, log, faults, latencyMs }: RouterOptions,
  { api, url }: Target,
  request: Request,
  response: Response,
): Promise<void> {
  const started = performance.now();
  const { method } = request;
  const { host, pathname: path } = url;
  const perform = async () => {
    const answer = api.answer(await readRequest(request, url));
    await sleepIf(latencyMs());
    return answer;
  };
  await deliver(response, faults.strike({ host, method, path }), perform, (status, note) => {
    const ms = performance.now() - started;
    log.add({ at: clock.now(), kind: 'rest', method, target: `${host}${path}`, status, ms, note });
  });
}

/** Without latency the answer leaves in the same turn. */
async function sleepIf(ms: number): Promise<void> {
  if (ms > 0) await sleep(ms);
}

function targetOf(request: IncomingMessage, apis: ReadonlyMap<string, HostApi>): Target | undefined {
  const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
  const [, first = '', ...rest] = pathname.split('/');
  const named = apis.get(first);
  if (named) return { api: named, url: new URL(`https://${first}/${rest.join('/')}${search}`) };
  const host = request.headers.host?.split(':')[0] ?? '';
  const api = apis.get(host);
  return api && { api, url: new URL(`https://${host}${pathname}${search}`) };
}
