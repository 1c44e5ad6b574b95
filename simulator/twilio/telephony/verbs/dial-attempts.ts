import { raiseAlert } from '../alerts';
import { methodOf, positive, resolveUrl, words } from '../attributes';
import { isE164 } from '../exchange';
import type { Leg } from '../leg';
import { progressEvents, reportProgress } from '../progress';
import type { RecordingWish, RunningRecording } from '../recorder';
import type { Scene } from '../scene';
import { ringPhone } from '../talking';
import { TwimlError } from '../twiml';
import type { XmlElement } from '../xml';
import { dialRecording } from './dial-recording';

/** Twilio dials at most this many numbers at once: https://www.twilio.com/docs/voice/twiml/number */
const mostNumbers = 10;

/** The phones that one <Dial> rings at the same time; the first to accept is connected. */
export class Attempts {
  readonly #won = new AbortController();
  readonly #legs: Leg[] = [];
  readonly #targets: XmlElement[];
  readonly #wish: RecordingWish | undefined;
  #recording: RunningRecording | undefined;

  constructor(
    private readonly element: XmlElement,
    private readonly scene: Scene,
    private readonly callerId: string,
  ) {
    this.#targets = element.children.length > 0 ? element.children : [element];
    if (this.#targets.length > mostNumbers) throw new TwimlError(12200, 'more than 10 numbers in <Dial>');
    this.#wish = dialRecording(element, scene.documentUrl);
  }

  /** The phone that ended last, for the parameters of `action`. */
  get last(): Leg | undefined {
    return this.#legs.at(-1);
  }

  /** What the `record` attribute asked for, once somebody answered. */
  get recording(): RunningRecording | undefined {
    return this.#recording;
  }

  /** How the attempts ended, as DialCallStatus says it. */
  get status(): string {
    if (this.#won.signal.aborted) return 'completed';
    const statuses = this.#legs.map((leg) => leg.call.status);
    if (statuses.includes('completed')) return this.scene.options.unacceptedDialStatus;
    return statuses.find((status) => status === 'busy') ?? statuses[0] ?? 'failed';
  }

  /** The leg of whoever accepts first, or undefined; all others are hung up. */
  async firstToAccept(): Promise<Leg | undefined> {
    let winner: Leg | undefined;
    try {
      winner = await firstDefined(this.#targets.map((target) => this.#attempt(target)));
      if (winner) this.#won.abort();
      return winner;
    } finally {
      for (const leg of this.#legs) if (leg !== winner) leg.end('canceled');
    }
  }

  async #attempt(target: XmlElement): Promise<Leg | undefined> {
    const leg = this.#prepare(target);
    const signal = AbortSignal.any([this.scene.signal, this.#won.signal]);
    const seconds = positive(this.element, 'timeout', 30);
    if (!leg || !(await ringPhone(this.scene.ports.clock, leg, { seconds, signal }))) return undefined;
    this.#record(leg);
    return (await this.#accepts(target, leg)) ? leg : undefined;
  }

  #record(callee: Leg): void {
    const { recorder, leg } = this.scene;
    this.#recording ??= this.#wish && recorder.start(leg, this.#wish);
    this.#recording?.cover(callee);
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
    this.scene.leg.dialled = { to, callerId: this.callerId };
    this.#report(target, leg);
    return leg;
  }

  #report(target: XmlElement, leg: Leg): void {
    const { statusCallback } = target.attributes;
    const events = words(target, 'statusCallbackEvent', progressEvents, ['completed']);
    if (target.name !== 'Number' || statusCallback === undefined) return;
    reportProgress(this.scene, leg, {
      url: resolveUrl(statusCallback, this.scene.documentUrl),
      method: methodOf(target, 'statusCallbackMethod'),
      events,
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

/** The first value that is defined, or undefined once all promises gave none; a failed one fails the whole. */
function firstDefined<T>(promises: readonly Promise<T | undefined>[]): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    for (const promise of promises) {
      promise.then((value) => value !== undefined && resolve(value), reject);
    }
    Promise.all(promises).then(() => resolve(undefined), reject);
  });
}
