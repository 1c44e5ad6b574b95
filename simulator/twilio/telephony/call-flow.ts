import { raiseAlert } from './alerts';
import { readDocument } from './documents';
import type { Leg } from './leg';
import { voiceParameters } from './parameters';
import type { Scene, Source, Tools, Verb } from './scene';
import { TwimlError } from './twiml';
import { hangup, redirect, reject } from './verbs/control';
import { dial } from './verbs/dial';
import { gather } from './verbs/gather';
import { play, rest, say } from './verbs/prompts';
import { record } from './verbs/record';

const verbs: Readonly<Record<string, Verb>> = {
  Say: say,
  Play: play,
  Pause: rest,
  Gather: gather,
  Dial: dial,
  Record: record,
  Redirect: redirect,
  Reject: reject,
  Hangup: hangup,
};

/** https://www.twilio.com/docs/voice/twiml/number#url */
const notInWhispers = ['Dial'];

/** Carries out TwiML on one call, document after document. https://www.twilio.com/docs/voice/twiml */
export class CallFlow {
  #interruption = new AbortController();
  #redirected: Source | undefined;

  constructor(
    private readonly tools: Tools,
    private readonly leg: Leg,
    private readonly forbidden: readonly string[] = [],
  ) {}

  /** Resolves when the instructions end; the call may then be over or not. */
  async run(start: Source): Promise<void> {
    let next: Source | undefined = start;
    try {
      while (next) next = await this.#document(next);
    } catch (error) {
      this.#fail(error);
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
      documentUrl: source.url,
      signal,
      whisper: (leg, whispered) => new CallFlow(this.tools, leg, notInWhispers).run(whispered),
    };
    for (const element of elements) {
      if (signal.aborted) break;
      if (this.forbidden.includes(element.name))
        throw new TwimlError(12200, `<${element.name}> is not allowed here`);
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
  #fail(error: unknown): void {
    if (!(error instanceof TwimlError)) throw error;
    raiseAlert(this.tools.ports, error.code, error.message);
    this.leg.answer();
    this.leg.hear({ kind: 'say', text: 'An application error has occurred. Goodbye.', language: 'en-US' });
    this.leg.end('completed');
  }
}
