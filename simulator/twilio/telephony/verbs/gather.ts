import type { Clock } from '../../model';
import { choice, flag, integer, methodOf, positive, resolveUrl } from '../attributes';
import type { Keypad } from '../keypad';
import type { Scene, Verb } from '../scene';
import type { XmlElement } from '../xml';
import { play, rest, say } from './prompts';

interface Rules {
  numDigits: number;
  finishOnKey: string;
  timeoutSeconds: number;
}

interface Gathered {
  digits: string;
  finishedOnKey: string;
}

/**
 * Speech is accepted as an input and never arrives. A finishing key alone counts as no input: Twilio does not
 * document it. https://www.twilio.com/docs/voice/twiml/gather
 */
export const gather: Verb = async (element, scene) => {
  choice(element, 'input', ['dtmf', 'speech', 'dtmf speech', 'speech dtmf']);
  const { leg, signal, ports } = scene;
  leg.answer();
  const collector = new Collector(leg.keypad, rulesOf(element));
  await prompt(element, { ...scene, signal: AbortSignal.any([signal, collector.started]) });
  const { digits, finishedOnKey } = await collector.finish(ports.clock, signal);
  if (signal.aborted || (digits === '' && !flag(element, 'actionOnEmptyResult'))) return undefined;
  return {
    url: resolveUrl(element.attributes.action ?? '', scene.documentUrl),
    method: methodOf(element),
    parameters: { Digits: digits, FinishedOnKey: finishedOnKey, msg: 'Gather End' },
  };
};

function rulesOf(element: XmlElement): Rules {
  return {
    numDigits: positive(element, 'numDigits', Number.POSITIVE_INFINITY),
    finishOnKey: element.attributes.finishOnKey ?? '#',
    timeoutSeconds: integer(element, 'timeout', 5),
  };
}

const promptVerbs: Readonly<Record<string, Verb>> = { Say: say, Play: play, Pause: rest };

async function prompt(element: XmlElement, scene: Scene): Promise<void> {
  for (const child of element.children) {
    if (scene.signal.aborted) return;
    await promptVerbs[child.name]?.(child, scene);
  }
}

/** Collects keys from the first moment of the prompt on; the first key cuts the prompt short. */
class Collector {
  readonly #started = new AbortController();
  readonly #done = new AbortController();
  #restart = () => {};
  #gathered: Gathered = { digits: '', finishedOnKey: '' };

  constructor(
    keypad: Keypad,
    private readonly rules: Rules,
  ) {
    const stop = keypad.onKey((key) => this.#take(key));
    this.#done.signal.addEventListener('abort', stop, { once: true });
  }

  get started(): AbortSignal {
    return this.#started.signal;
  }

  /** Waits until the input is complete; the time-out starts anew with each key. */
  finish(clock: Clock, signal: AbortSignal): Promise<Gathered> {
    return new Promise((resolve) => {
      const settle = () => {
        cancel();
        this.#done.abort();
        resolve(this.#gathered);
      };
      let cancel = () => {};
      this.#restart = () => {
        cancel();
        cancel = clock.after(this.rules.timeoutSeconds, settle);
      };
      if (signal.aborted || this.#done.signal.aborted) return settle();
      signal.addEventListener('abort', settle, { once: true });
      this.#done.signal.addEventListener('abort', settle, { once: true });
      this.#restart();
    });
  }

  #take(key: string): void {
    this.#started.abort();
    if (this.rules.finishOnKey.includes(key)) this.#gathered.finishedOnKey = key;
    else this.#gathered.digits += key;
    const complete = this.#gathered.finishedOnKey || this.#gathered.digits.length >= this.rules.numDigits;
    if (complete) this.#done.abort();
    else this.#restart();
  }
}
