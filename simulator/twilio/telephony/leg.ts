import type { NewCall } from '../account/calls';
import type { Call, CallStatus } from '../model';
import { Audio } from './audio';
import { Keypad } from './keypad';
import type { TelephonyPorts } from './ports';

/**
 * What a phone's owner hears: words that TwiML speaks (with their BCP 47 language), a sound file, a tone, keys, or
 * what the person at the other end says.
 */
export interface Heard {
  kind: 'say' | 'play' | 'tone' | 'speech';
  /** The words, the sound's URL, or the tone's name. */
  text: string;
  language?: string;
  /** Heard before the call is connected, by this phone alone. */
  isWhisper?: boolean;
}

export type Outcome = Extract<CallStatus, 'completed' | 'busy' | 'no-answer' | 'failed' | 'canceled'>;

/** The phone at the other end of a leg. */
export interface Phone {
  /** An incoming call; false when the line is in use. */
  ring(leg: Leg): boolean;
  hear(leg: Leg, heard: Heard): void;
}

/**
 * One call between Twilio and a phone: the caller's (inbound) or one that Twilio places (outbound).
 * Status only moves forward: initiated, ringing, in-progress, over.
 */
export class Leg {
  readonly keypad = new Keypad();
  readonly #over = new AbortController();
  #joined: AbortController | undefined;
  readonly #listeners = new Set<() => void>();
  /** The record, which changes with the call. */
  readonly call: Call;
  readonly audio = new Audio({
    onChange: () => this.#notify(),
    onSpeech: (words) => this.hear({ kind: 'speech', text: words }),
  });
  /** Whom the call rang last, and the caller id shown there. */
  dialled: { to: string; callerId: string } | undefined;

  constructor(
    private readonly calls: TelephonyPorts['calls'],
    readonly phone: Phone,
    call: NewCall,
  ) {
    this.call = calls.create(call);
  }

  get sid(): Call['sid'] {
    return this.call.sid;
  }

  get isAnswered(): boolean {
    return this.call.status === 'in-progress';
  }

  get isOver(): boolean {
    return this.#over.signal.aborted;
  }

  /** Aborted once the call is over. */
  get over(): AbortSignal {
    return this.#over.signal;
  }

  /** Calls `listener` after every change until the call is over; the returned function ends that early. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** Rings the phone; a busy one ends the call. */
  ring(): void {
    if (this.phone.ring(this)) this.#change('ringing');
    else this.end('busy');
  }

  answer(): void {
    if (!this.isOver && !this.isAnswered) this.#change('in-progress');
  }

  /** Ends the call: an answered one is `completed` whatever `outcome` says. */
  end(outcome: Outcome): void {
    if (this.isOver) return;
    this.calls.updateStatus(this.sid, this.isAnswered ? 'completed' : outcome);
    this.#over.abort();
    this.#notify();
    this.#listeners.clear();
  }

  /** This called phone talks with its caller; the signal is aborted once it is taken away from there. */
  join(): AbortSignal {
    this.#joined = new AbortController();
    return this.#joined.signal;
  }

  /** Takes a called phone away from its caller, its call going on; false where it is not joined with one. */
  takeAway(): boolean {
    const joined = this.#joined;
    this.#joined = undefined;
    joined?.abort();
    return joined !== undefined && !this.isOver;
  }

  hear(heard: Heard): void {
    if (!this.isOver) this.phone.hear(this, heard);
  }

  /** Resolves once the call is answered (true) or over (false). */
  pickedUp(): Promise<boolean> {
    return new Promise((resolve) => {
      const look = () => {
        if (!this.isAnswered && !this.isOver) return;
        stop();
        resolve(this.isAnswered);
      };
      const stop = this.onChange(look);
      look();
    });
  }

  #change(status: CallStatus): void {
    this.calls.updateStatus(this.sid, status);
    this.#notify();
  }

  #notify(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
