import type { HandsetState, Voicemail } from '../../twilio/handsets/state';
import { h } from './dom';
import { displayed } from './numbers';
import { texts } from './texts';

/** What callers left for the phone's owner, newest first; nothing is shown while there is none. */
export class Mailbox {
  readonly #title = h('summary');
  readonly #list = h('ol', { class: 'voicemails' });
  readonly element = h('details', { class: 'mailbox', hidden: true }, this.#title, this.#list);
  #shown = '';

  update({ mailbox }: HandsetState): void {
    const key = JSON.stringify(mailbox);
    if (key === this.#shown) return;
    this.#shown = key;
    this.element.hidden = mailbox.length === 0;
    this.#title.textContent = texts.mailbox(mailbox.length);
    this.#list.replaceChildren(...mailbox.toReversed().map(item));
  }
}

function item({ from, at, seconds, words }: Voicemail): HTMLElement {
  const time = new Date(at).toLocaleTimeString('ja-JP', { hour: '2-digit', minute: '2-digit' });
  return h(
    'li',
    {},
    h('small', {}, `${time} · ${displayed(from)} · ${texts.seconds(seconds)}`),
    h('span', {}, words.join(' ') || texts.noWords),
  );
}
