/** What the sound of a call tells the call that it belongs to. */
interface Owner {
  /** Whether the call is recorded may have changed. */
  onChange(): void;
  /** Somebody at the other end spoke. */
  onSpeech(words: string): void;
}

/** The sound of one call: with which others it is connected, and what records it. */
export class Audio {
  readonly #peers = new Set<Audio>();
  readonly #listeners = new Set<(words: string) => void>();
  #recordings = 0;

  constructor(private readonly owner: Owner) {}

  /** Whether anything that is said on this call is recorded, be it on the other's side. */
  get isRecorded(): boolean {
    return [this, ...this.#peers].some((audio) => audio.#recordings > 0);
  }

  /** Shows that the call is recorded until the returned function is called. */
  record(): () => void {
    this.#count(1);
    return () => this.#count(-1);
  }

  /** Lets this call and another hear each other until the returned function is called. */
  connect(other: Audio): () => void {
    this.#peers.add(other);
    other.#peers.add(this);
    for (const audio of [this, other]) audio.owner.onChange();
    return () => {
      this.#peers.delete(other);
      other.#peers.delete(this);
      for (const audio of [this, other]) audio.owner.onChange();
    };
  }

  /** The phone's owner says something: to whomever the call is connected with, and into what records it. */
  speak(words: string): void {
    for (const audio of [this, ...this.#peers]) {
      for (const listener of [...audio.#listeners]) listener(words);
    }
    for (const peer of this.#peers) peer.owner.onSpeech(words);
  }

  /** Hears what is said on this call, at either end; the returned function ends that. */
  onWords(listener: (words: string) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  #count(change: 1 | -1): void {
    this.#recordings += change;
    this.#changed();
  }

  #changed(): void {
    for (const audio of [this, ...this.#peers]) audio.owner.onChange();
  }
}
