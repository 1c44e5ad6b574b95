import type { PhoneUser } from '../config';
import type { PhoneCommand } from './api';
import { h } from './dom';
import { keypad } from './keypad';
import { dialled, displayed } from './numbers';
import { language, texts } from './texts';

/** What the tools of an idle phone need. */
export interface IdleOptions {
  user: PhoneUser;
  partner: PhoneUser;
  functionsUrl: string;
  /** Whether the service's numbers can text. */
  canText: boolean;
  operate: (command: PhoneCommand, body?: object) => void;
}

/** The marketplace's button, a dial pad and a field for texts. */
export class IdleTools {
  readonly #number = h('input', { type: 'tel', required: true, autocomplete: 'off', placeholder: '050…' });
  readonly #withhold = h('input', { type: 'checkbox' });
  readonly #to = h('input', { type: 'tel', required: true, autocomplete: 'off', placeholder: '050…' });
  readonly #body = h('input', { required: true, autocomplete: 'off' });
  readonly #picture = h('input', { type: 'checkbox' });
  readonly dialling: HTMLElement;
  readonly texting: HTMLElement;

  constructor(private readonly options: IdleOptions) {
    this.dialling = h('div', { class: 'tools' }, this.#market(), this.#dialPad());
    this.texting = this.#textForm();
  }

  /** Offers a number in both fields, unless something was typed already. */
  suggest(number: string): void {
    this.#number.value ||= displayed(number);
    this.#to.value ||= displayed(number);
  }

  /** The button gets a number as in any client app; what a real phone does with the `tel:` link, this phone does. */
  #market(): HTMLElement {
    const { user, partner, functionsUrl } = this.options;
    const button = document.createElement('tel-button');
    button.setAttribute('endpoint', `${functionsUrl}/connect`);
    button.setAttribute('ticket', user.ticket);
    button.addEventListener('tel-ready', (event) => {
      if (event instanceof CustomEvent) this.#dial(event.detail.tel);
    });
    button.addEventListener('click', (event) => {
      const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
      if (!link) return;
      event.preventDefault();
      this.#dial(link.href.replace(/^tel:/, ''));
    });
    return h('div', { class: 'market' }, h('p', {}, texts.market(partner.name[language])), button);
  }

  #dialPad(): HTMLElement {
    const onsubmit = (event: Event) => {
      event.preventDefault();
      this.#dial(dialled(this.#number.value));
    };
    const form = h(
      'form',
      { onsubmit },
      h('label', {}, texts.number, this.#number),
      keypad((key) => {
        this.#number.value += key;
      }),
      h('label', { class: 'check' }, this.#withhold, texts.withhold),
      h('button', { class: 'answer' }, texts.dial),
    );
    return h('details', {}, h('summary', {}, texts.dialPad), form);
  }

  #textForm(): HTMLElement {
    const onsubmit = (event: Event) => {
      event.preventDefault();
      const media = this.#picture.checked ? ['image/jpeg'] : [];
      this.options.operate('text', { to: dialled(this.#to.value), body: this.#body.value, media });
      this.#body.value = '';
      this.#picture.checked = false;
    };
    const form = h(
      'form',
      { onsubmit },
      h('label', {}, texts.to, this.#to),
      h('label', {}, texts.body, this.#body),
      h('label', { class: 'check' }, this.#picture, texts.picture),
      h('button', { class: 'plain' }, texts.send),
    );
    const hint = !this.options.canText && h('p', { class: 'hint' }, texts.cannotText);
    return h('details', {}, h('summary', {}, texts.message), hint, form);
  }

  #dial(to: string): void {
    this.suggest(to);
    this.options.operate('call', { to, withhold: this.#withhold.checked });
  }
}
