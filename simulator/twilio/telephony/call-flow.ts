import { raiseAlert } from './alerts';
import { fallbackSource, readDocument } from './documents';
import type { Leg } from './leg';
import { voiceParameters } from './parameters';
import type { Scene, Source, Tools, Verb } from './scene';
import { TwimlError } from './twiml';
import { hangup, redirect, reject } from './verbs/control';
import { dial } from './verbs/dial';
import { gather } from './verbs/gather';
import { play, rest, say } from './verbs/prompts';
import { record } from './verbs/record';
import { sms } from './verbs/sms';
import { start } from './verbs/start';
import type { XmlElement } from './xml';

const verbs: Readonly<Record<string, Verb>> = {
  Say: say,
  Play: play,
  Pause: rest,
  Gather: gather,
  Dial: dial,
  Record: record,
  Start: start,
  Sms: sms,
  Redirect: redirect,
  Reject: reject,
  Hangup: hangup,
};

/** https://www.twilio.com/docs/voice/twiml/number#url */
const whisperVerbs = ['Say', 'Play', 'Gather', 'Hangup'];

/** Carries out TwiML on one call, document after document. https://www.twilio.com/docs/voice/twiml */
export class CallFlow {
  #interruption = new AbortController();
  #redirected: Source | undefined;

  constructor(
    private readonly tools: Tools,
    private readonly leg: Leg,
    private readonly isWhisper = false,
  ) {}

  /**
   * Resolves when the instructions end; the call may then be over or not.
   * @param fallback is asked, once, when an instruction cannot be had or carried out.
   */
  async run(first: Source, fallback?: Source): Promise<void> {
    let present = first;
    try {
      for (let next: Source | undefined = first; next; next = await this.#document(present)) present = next;
    } catch (error) {
      if (!(error instanceof TwimlError)) throw error;
      raiseAlert(this.tools.ports, error.code, error.message);
      if (fallback && !this.leg.isOver) await this.run(fallbackSource(fallback, error, present));
      else this.#apologise();
    }
  }

  /** Leaves the present document for other instructions. */
  redirect(source: Source): void {
    this.#redirected = source;
    this.#interruption.abort();
  }

  async #document(source: Source): Promise<Source | undefined> {
    const parameters = voiceParameters(this.leg.call, this.tools.ports.accountSid);
    const elements = await readDocument(this.tools, source, 'voice', parameters);
    const signal = AbortSignal.any([this.leg.over, this.#interruption.signal]);
    const scene: Scene = {
      ...this.tools,
      leg: this.leg,
      isWhisper: this.isWhisper,
      documentUrl: source.url,
      signal,
      whisper: (leg, whispered) => new CallFlow(this.tools, leg, true).run(whispered),
    };
    if (this.isWhisper) refuseInWhispers(elements);
    for (const element of elements) {
      if (signal.aborted) break;
      const next = await verbs[element.name]?.(element, scene);
      if (next) return this.#redirection() ?? next;
    }
    return this.#redirection();
  }

  /** What a redirection from outside asks for, once. */
  #redirection(): Source | undefined {
    const source = this.#redirected;
    this.#redirected = undefined;
    this.#interruption = new AbortController();
    return this.leg.isOver ? undefined : source;
  }

  /** https://www.twilio.com/docs/api/errors/11200: the caller hears of an error, and the call ends. */
  #apologise(): void {
    this.leg.answer();
    this.leg.hear({ kind: 'say', text: 'An application error has occurred. Goodbye.', language: 'en-US' });
    this.leg.end('completed');
  }
}

/** @throws TwimlError 13201 for <Dial>, which has a code of its own, and 12200 for what else a whisper does not support. */
function refuseInWhispers(elements: readonly XmlElement[]): void {
  const refused = elements.find(({ name }) => !whisperVerbs.includes(name));
  if (refused)
    throw new TwimlError(refused.name === 'Dial' ? 13201 : 12200, `<${refused.name}> in a whisper`);
}
