import type { Call, Clock, E164, Message, Recording } from '../model';
import type { Heard, Leg, Phone } from '../telephony/leg';
import { Line } from './line';
import { Memory } from './memory';
import { PhoneError } from './phone-error';
import type { HandsetState, HeardEntry } from './state';
import { waitUntil } from './waiting';

export interface CallOptions {
  /** Hides the caller's number (184 in Japan). */
  withhold?: boolean;
}

export type TextMessage = Pick<Message, 'from' | 'to' | 'body' | 'status'> & Partial<Pick<Message, 'sid'>>;

/** What a handset asks of the telephone network. */
export interface Network {
  dial(from: Phone & { number: E164 }, to: string, options: CallOptions): Leg;
  text(from: E164, to: string, body: string, mediaTypes: readonly string[]): TextMessage;
}

/**
 * A simulated phone with any E.164 number. One line, no call waiting: a second caller finds it busy.
 * Whoever holds it does nothing by itself: what is not answered rings until the other side gives up.
 */
export class Handset implements Phone {
  readonly #memory = new Memory();
  readonly #listeners = new Set<() => void>();
  #line: Line | undefined;

  constructor(
    readonly number: E164,
    private readonly network: Network,
    private readonly clock: Pick<Clock, 'now'>,
  ) {}

  /** @throws PhoneError while another call is on. */
  call(to: string, options: CallOptions = {}): { callSid: Call['sid'] } {
    if (this.#line) throw new PhoneError('busy');
    const leg = this.network.dial(this, to, options);
    this.#occupy(leg, 'outgoing');
    return { callSid: leg.sid };
  }

  /** @throws PhoneError when nothing rings. */
  answer(): void {
    this.#ringingLine().leg.answer();
  }

  /** @throws PhoneError when nothing rings. */
  decline(): void {
    this.#ringingLine().hangUp();
  }

  /** Ends a call, gives up dialling, or declines what rings. @throws PhoneError when there is no call. */
  hangUp(): void {
    if (!this.#line) throw new PhoneError('no_call');
    this.#line.hangUp();
  }

  /**
   * Presses keys during a call.
   * @throws PhoneError outside a call, or for anything but 0-9, * and #.
   */
  press(digits: string): void {
    if (!/^[\d*#]+$/.test(digits)) throw new PhoneError('wrong_key');
    if (this.#line?.status !== 'in-call') throw new PhoneError('no_keypad');
    this.#line.leg.keypad.press(digits);
  }

  /**
   * Sends a text; `status` says whether the network took it.
   * @param mediaTypes of the files that go with it, such as image/jpeg, which make it an MMS.
   * @throws PhoneError for one with neither words nor files.
   */
  text(to: string, body: string, mediaTypes: readonly string[] = []): TextMessage {
    if (body === '' && mediaTypes.length === 0) throw new PhoneError('empty_text');
    const message = this.network.text(this.number, to, body, mediaTypes);
    this.#addText('sent', to, message, mediaTypes);
    return message;
  }

  /** Marks a text that this phone sent as stopped on its way. */
  markStopped(sid: Message['sid']): void {
    const entry = this.#memory.texts.entries.find((text) => text.sid === sid);
    if (!entry) return;
    entry.isStopped = true;
    this.#changed();
  }

  /**
   * Says something into the call.
   * @throws PhoneError outside a call, or for no words.
   */
  say(words: string): void {
    if (words === '') throw new PhoneError('no_words');
    if (this.#line?.status !== 'in-call') throw new PhoneError('nobody_listens');
    const { leg } = this.#line;
    this.#addHeard(leg, { kind: 'speech', text: words, isOwn: true });
    leg.audio.speak(words);
  }

  receive(message: TextMessage): void {
    this.#addText('received', message.from, message);
  }

  ring(leg: Leg): boolean {
    if (this.#line) return false;
    this.#occupy(leg, 'incoming');
    return true;
  }

  hear(leg: Leg, heard: Heard): void {
    this.#addHeard(leg, heard);
  }

  /** Puts a recording into the mailbox. @param from the caller id that the phone showed. */
  keep(recording: Recording, from: string): void {
    this.#memory.keep(recording, from);
    this.#changed();
  }

  /** A copy: it does not change later. */
  state(): HandsetState {
    return structuredClone({
      number: this.number,
      status: this.#line?.status ?? 'idle',
      call: this.#line?.current ?? null,
      ...this.#memory.state(),
    });
  }

  /** Calls `listener` after every change; the returned function ends that. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /**
   * Resolves with the first state, the present one included, that `predicate` accepts.
   * @throws Error after `timeoutMs` wall-clock milliseconds, with the state then seen.
   */
  waitFor(predicate: (state: HandsetState) => boolean, timeoutMs = 15_000): Promise<HandsetState> {
    return waitUntil(this, predicate, timeoutMs);
  }

  #ringingLine(): Line {
    if (this.#line?.status !== 'ringing') throw new PhoneError('not_ringing');
    return this.#line;
  }

  #occupy(leg: Leg, direction: Line['direction']): void {
    const line = new Line(leg, direction, () => this.clock.now());
    this.#line = line;
    const look = () => {
      if (leg.isOver) this.#release(line);
      else void line.current;
      this.#changed();
    };
    leg.onChange(look);
    look();
  }

  #release(line: Line): void {
    if (this.#line !== line) return;
    this.#line = undefined;
    this.#memory.calls.add(line.past());
  }

  #addHeard({ sid: callSid }: Leg, heard: Omit<HeardEntry, 'at' | 'callSid'>): void {
    this.#memory.heard.add({ ...heard, at: this.clock.now(), callSid });
    this.#changed();
  }

  #addText(
    direction: 'sent' | 'received',
    other: string,
    { body, status, sid }: TextMessage,
    mediaTypes: readonly string[] = [],
  ): void {
    const media = mediaTypes.length;
    const own = direction === 'sent' && sid !== undefined && { sid };
    this.#memory.texts.add({ at: this.clock.now(), direction, other, body, media, status, ...own });
    this.#changed();
  }

  #changed(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
