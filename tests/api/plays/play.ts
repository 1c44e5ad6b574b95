import { createHash } from 'node:crypto';
import type { Settings } from '../../../scripts/settings';
import type { ApiScope } from '../../../src/config';
import type { Handler } from '../../../src/http/runtime';
import { type FunctionWorld, ORIGIN, type Outcome } from '../../functions/support';

/** What a request changes of the operation's ordinary one. */
export interface Changes {
  readonly headers?: Readonly<Record<string, string>>;
  readonly params?: object;
  readonly settings?: Settings;
}

/** Where a play happens: a fresh world, and the operation's ordinary request, sent by a backend from a page that may read the answer. */
export interface Stage {
  readonly world: FunctionWorld;
  readonly language: 'ja' | 'en';
  send(changes?: Changes): Promise<Outcome>;
}

/** Brings one documented answer about. */
export type Play = (stage: Stage) => Promise<Outcome>;

/** An operation's handler, the parameters of its ordinary request, and a play for each of its answers (`200`, `409 in_progress`). */
export interface Repertoire {
  readonly handler: Handler;
  readonly params: object;
  /** The parameters that go with a call ticket, where there are any. */
  readonly ticketParams?: object;
  readonly plays: Readonly<Record<string, Play>>;
  /** Successes of another form than that of the first. */
  readonly alsoPlays?: readonly Play[];
}

/** Sets the stage for an operation. */
export function stageOf(
  { handler, params: usual }: Repertoire,
  world: FunctionWorld,
  language: Stage['language'] = 'en',
): Stage {
  const send = ({ headers = world.apiKey(), params = usual, settings = {} }: Changes = {}) =>
    world.call(handler, {
      headers: { origin: ORIGIN, 'accept-language': language, ...headers },
      params,
      settings,
    });
  return { world, language, send };
}

/** What every Function of a client answers, whatever it does. */
export const clientPlays: Readonly<Record<string, Play>> = {
  '200': ({ send }) => send(),
  '400 malformed_request': ({ send }) => send({ params: { unknown: 1 } }),
  '401 unauthorized': ({ send }) => send({ headers: {} }),
  '403 forbidden': ({ send }) => send(keyFor('ops')),
  '500 misconfigured': ({ send }) => send({ settings: { LOOKUP_KEY: '' } }),
  '500 internal_error': ({ world, send }) => {
    makeUnreadable(world);
    return send();
  },
};

/** The answer of a Function that asks Redis. */
export const storePlays: Readonly<Record<string, Play>> = {
  '503 store_unavailable': ({ world, send }) => {
    world.simulator.upstash.faults.add({ effect: 'error' });
    return send();
  },
};

/** A request with a valid API key that has this scope only. */
export function keyFor(scope: ApiScope): Changes {
  const hash = createHash('sha256').update(scope).digest('base64url');
  return { headers: { 'x-api-key': scope }, settings: { API_KEYS: `${scope}:${hash}` } };
}

/** Makes the settings fail in a way that nobody foresaw. */
export function makeUnreadable(world: FunctionWorld): void {
  const get = () => {
    throw new TypeError('unreadable');
  };
  const settings = Object.defineProperty({}, 'AUTH_TOKEN', { get, enumerable: true });
  jest.spyOn(world, 'context').mockReturnValue(settings);
}
