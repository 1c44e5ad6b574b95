import type { Stack } from '../local/stack';
import type { Person } from './people';

/** Longer than any answer may take, in milliseconds. */
const ANSWER_MS = 10_000;

/** An answer of the service: `code` is `success` or the code of the refusal. */
export interface ServiceAnswer {
  status: number;
  code: string;
  data: { tel?: string; sessions?: { tel: string; peerId: string }[]; live?: number };
  /** How long it took, in milliseconds. */
  ms: number;
}

/** The service as a marketplace's backend uses it. */
export class Service {
  constructor(private readonly stack: Stack) {}

  connect(caller: Person, peer: Person): Promise<ServiceAnswer> {
    const numbers = { from: caller.phone.number, to: peer.phone.number };
    return this.#post('/connect', { userId: caller.id, peerId: peer.id, ...numbers });
  }

  cleanup({ id: userId }: Person): Promise<ServiceAnswer> {
    return this.#post('/cleanup', { userId });
  }

  sessions({ id: userId }: Person): Promise<ServiceAnswer> {
    return this.#post('/sessions', { userId });
  }

  /** All of them, as operators see them. */
  liveSessions(): Promise<ServiceAnswer> {
    return this.#post('/ops/sessions', {});
  }

  async #post(path: string, body: object): Promise<ServiceAnswer> {
    const begun = performance.now();
    const { functionsUrl, keys } = this.stack;
    const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${keys.apiKey}` };
    const signal = AbortSignal.timeout(ANSWER_MS);
    const options = { method: 'POST', headers, body: JSON.stringify(body), signal };
    const answer = await fetch(functionsUrl + path, options);
    const {
      status,
      code,
      data = {},
    } = (await answer.json()) as {
      status: string;
      code?: string;
      data?: ServiceAnswer['data'];
    };
    return {
      status: answer.status,
      code: status === 'success' ? status : (code ?? 'none'),
      data,
      ms: performance.now() - begun,
    };
  }
}
