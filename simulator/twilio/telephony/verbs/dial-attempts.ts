import { raiseAlert } from '../alerts';
import { integer, methodOf, resolveUrl } from '../attributes';
import { isE164 } from '../exchange';
import type { Leg } from '../leg';
import { isProgressEvent, reportProgress } from '../progress';
import type { Scene } from '../scene';
import { ringPhone } from '../talking';
import { TwimlError } from '../twiml';
import type { XmlElement } from '../xml';

/** Twilio dials at most this many numbers at once: https://www.twilio.com/docs/voice/twiml/number */
const mostNumbers = 10;

/** The phones that one <Dial> rings at the same time; the first to accept is connected. */
export class Attempts {
  readonly #won = new AbortController();
  readonly #legs: Leg[] = [];
  readonly #targets: XmlElement[];

  constructor(
    private readonly element: XmlElement,
    private readonly scene: Scene,
    private readonly callerId: string,
  ) {
    this.#targets = element.children.length > 0 ? element.children : [element];
    if (this.#targets.length > mostNumbers) throw new TwimlError(12200, 'more than 10 numbers in <Dial>');
  }

  /** The phone that ended last, for the parameters of `action`. */
  get last(): Leg | undefined {
    return this.#legs.at(-1);
  }

  /** How the attempts ended where nobody accepted, as DialCallStatus says it. */
  get status(): string {
    const statuses = this.#legs.map((leg) => leg.call.status);
    // A callee who answered and did not accept the whisper has a completed call that was never connected.
    const ended = statuses.map((status) => (status === 'completed' ? 'no-answer' : status));
    return ended.find((status) => status === 'busy') ?? ended[0] ?? 'failed';
  }

  /** The leg of whoever accepts first, or undefined; all others are hung up. */
  async firstToAccept(): Promise<Leg | undefined> {
    const attempts = this.#targets.map((target) => this.#attempt(target));
    const winner = await firstDefined(attempts);
    this.#won.abort();
    for (const leg of this.#legs) if (leg !== winner) leg.end('canceled');
    return winner;
  }

  async #attempt(target: XmlElement): Promise<Leg | undefined> {
    const leg = this.#prepare(target);
    const signal = AbortSignal.any([this.scene.signal, this.#won.signal]);
    const seconds = integer(this.element, 'timeout', 30);
    if (!leg || !(await ringPhone(this.scene.ports.clock, leg, { seconds, signal }))) return undefined;
    return (await this.#accepts(target, leg)) ? leg : undefined;
  }

  #prepare(target: XmlElement): Leg | undefined {
    const to = target.text.trim();
    if (!isE164(to)) {
      raiseAlert(this.scene.ports, 13223);
      return undefined;
    }
    const parentCallSid = this.scene.leg.sid;
    const leg = this.scene.exchange.prepare({
      to,
      from: this.callerId,
      direction: 'outbound-dial',
      parentCallSid,
    });
    this.#legs.push(leg);
    this.#report(target, leg);
    return leg;
  }

  #report(target: XmlElement, leg: Leg): void {
    const { statusCallback, statusCallbackEvent = '' } = target.attributes;
    if (target.name !== 'Number' || statusCallback === undefined) return;
    reportProgress(this.scene, leg, {
      url: resolveUrl(statusCallback, this.scene.documentUrl),
      method: methodOf(target, 'statusCallbackMethod'),
      events: statusCallbackEvent.split(/[\s,]+/).filter(isProgressEvent),
    });
  }

  /** Whoever answers accepts, unless a whisper ends the call. */
  async #accepts(target: XmlElement, leg: Leg): Promise<boolean> {
    const { url } = target.attributes;
    if (target.name !== 'Number' || url === undefined) return true;
    const hangUp = () => leg.end('canceled');
    this.scene.signal.addEventListener('abort', hangUp, { once: true });
    await this.scene.whisper(leg, { url: resolveUrl(url, this.scene.documentUrl), method: methodOf(target) });
    this.scene.signal.removeEventListener('abort', hangUp);
    return !leg.isOver;
  }
}

/** The first value that is defined, or undefined once all promises gave none. */
function firstDefined<T>(promises: Promise<T | undefined>[]): Promise<T | undefined> {
  const defined = promises.map(async (promise) => {
    const value = await promise;
    if (value === undefined) throw new Error('nothing');
    return value;
  });
  return Promise.any(defined).catch(() => undefined);
}
