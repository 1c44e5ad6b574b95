import type { HandsetState } from '../../twilio/handsets/state';
import type { PhoneCommand } from './api';
import { h } from './dom';
import { texts } from './texts';

/** A field for what the phone's owner says into a call: the other hears it, and a recording keeps it. */
export class SpeechForm {
  readonly #words = h('input', { required: true, autocomplete: 'off' });
  readonly element: HTMLElement;

  constructor(operate: (command: PhoneCommand, body?: object) => void) {
    const onsubmit = (event: Event) => {
      event.preventDefault();
      operate('say', { words: this.#words.value });
      this.#words.value = '';
    };
    this.element = h(
      'form',
      { class: 'speech', onsubmit, hidden: true },
      h('label', {}, texts.words, this.#words),
      h('button', { class: 'plain' }, texts.say),
    );
  }

  update({ status }: HandsetState): void {
    this.element.hidden = status !== 'in-call';
  }
}
