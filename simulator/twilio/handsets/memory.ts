import type { Recording } from '../model';
import type { HandsetState, HeardEntry, PastCall, TextEntry, Voicemail } from './state';

const kept = 200;

/** A list that forgets its oldest entry when it is full. */
class Latest<T> {
  readonly entries: T[] = [];

  add(entry: T): void {
    this.entries.push(entry);
    if (this.entries.length > kept) this.entries.shift();
  }
}

/** What a handset remembers. */
export class Memory {
  readonly heard = new Latest<HeardEntry>();
  readonly texts = new Latest<TextEntry>();
  readonly calls = new Latest<PastCall>();
  readonly #mailbox = new Latest<{ recording: Recording; from: string }>();

  keep(recording: Recording, from: string): void {
    this.#mailbox.add({ recording, from });
  }

  /** A recording that is deleted at Twilio is gone from the mailbox too. */
  state(): Pick<HandsetState, 'heard' | 'texts' | 'calls' | 'mailbox'> {
    const live = this.#mailbox.entries.filter(({ recording }) => recording.status !== 'deleted');
    return {
      heard: this.heard.entries,
      texts: this.texts.entries,
      calls: this.calls.entries,
      mailbox: live.map(voicemail),
    };
  }
}

function voicemail({ recording, from }: { recording: Recording; from: string }): Voicemail {
  const { sid, startTime, duration, words } = recording;
  return { sid, from, at: startTime, seconds: duration ?? 0, words };
}
