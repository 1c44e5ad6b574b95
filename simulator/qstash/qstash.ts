import { randomBytes } from 'node:crypto';
import type { Log } from '../twilio/log';
import type { Clock } from '../twilio/model';
import { signature } from './signature';

/** What the stand-in needs of the rest of the simulator. */
export interface QStashPorts {
  clock: Clock;
  log: Pick<Log, 'add'>;
  /** Origins that are found elsewhere on this machine, such as the domains of what is deployed. */
  readonly origins: ReadonlyMap<string, string>;
}

/** What was published. */
export interface Publication {
  url: string;
  body: string;
  contentType: string;
  /** Seconds of simulated time until it is delivered. */
  delaySeconds: number;
  /** How often it is delivered again when the destination does not answer 2xx. */
  retries: number;
  deduplicationId?: string | undefined;
}

/** A publication on its way. */
export interface Message extends Publication {
  id: string;
}

/** Real time that a destination has for its answer. */
const ANSWER_MS = 15_000;

/**
 * Upstash QStash: delivers what was published, later, signed, at least once. Its waiting goes by the simulator's clock.
 * @see https://upstash.com/docs/qstash/overall/getstarted
 */
export class QStash {
  readonly token = secret();
  /** Every delivery is signed with the first one; the second takes its place when the keys are rolled. */
  readonly signingKeys = { current: `sig_${secret()}`, next: `sig_${secret()}` };
  /** All that was published, oldest first. */
  readonly messages: Message[] = [];
  readonly #stopped = new AbortController();

  constructor(private readonly ports: QStashPorts) {}

  /** What is published twice under one id is delivered once. https://upstash.com/docs/qstash/features/deduplication */
  publish(publication: Publication): { message: Message; isDuplicate: boolean } {
    const { deduplicationId } = publication;
    const known = this.messages.find((other) => other.deduplicationId === deduplicationId);
    if (deduplicationId !== undefined && known) return { message: known, isDuplicate: true };
    const message = { ...publication, id: `msg_${secret()}` };
    this.messages.push(message);
    this.#deliverIn(message.delaySeconds, message, 0);
    return { message, isDuplicate: false };
  }

  /** Delivers once more, as may happen: "at least once". */
  redeliver(message: Message): Promise<number> {
    return this.#deliver(message, 0);
  }

  stop(): void {
    this.#stopped.abort();
  }

  #deliverIn(seconds: number, message: Message, retried: number): void {
    const deliver = async () => {
      const status = await this.#deliver(message, retried);
      const isDone = (status >= 200 && status < 300) || retried === message.retries;
      if (!isDone) this.#deliverIn(backoffSeconds(retried + 1), message, retried + 1);
    };
    this.ports.clock.after(seconds, () => void deliver());
  }

  /** The destination's status; 0 where it does not answer. */
  async #deliver(message: Message, retried: number): Promise<number> {
    const { clock, log } = this.ports;
    const started = performance.now();
    const status = await this.#send(message, retried).catch(() => 0);
    const ms = Math.round(performance.now() - started);
    const entry = { at: clock.now(), kind: 'webhook', method: 'POST', status, ms, note: 'QStash' } as const;
    log.add({ ...entry, target: message.url.split('?')[0] ?? message.url });
    return status;
  }

  async #send(message: Message, retried: number): Promise<number> {
    const { origin } = new URL(message.url);
    const reached = (this.ports.origins.get(origin) ?? origin) + message.url.slice(origin.length);
    const response = await fetch(reached, {
      method: 'POST',
      headers: {
        'User-Agent': 'Upstash-QStash',
        'Content-Type': message.contentType,
        'Upstash-Message-Id': message.id,
        'Upstash-Retried': String(retried),
        'Upstash-Signature': await signature(message, this.signingKeys.current),
      },
      body: message.body,
      signal: AbortSignal.any([this.#stopped.signal, AbortSignal.timeout(ANSWER_MS)]),
    });
    await response.body?.cancel();
    return response.status;
  }
}

/** https://upstash.com/docs/qstash/features/retry */
function backoffSeconds(retried: number): number {
  return Math.min(86_400, Math.floor(Math.exp(2.5 * retried)));
}

function secret(): string {
  return randomBytes(18).toString('base64url');
}
