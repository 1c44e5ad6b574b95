import type { PhoneUser } from '../config';
import { h } from './dom';
import { safetyTexts as texts } from './safety-texts';
import { language } from './texts';

export interface SafetyOptions {
  user: PhoneUser;
  partner: PhoneUser;
  functionsUrl: string;
}

/** Blocking and reporting the partner, as a marketplace's app would offer them. */
export class SafetyTools {
  readonly element: HTMLElement;
  readonly #block = h('button', { type: 'button', class: 'plain', onclick: () => void this.#toggle() });
  readonly #reason = h(
    'select',
    {},
    ...Object.entries(texts.reasons).map(([value, label]) => h('option', { value }, label)),
  );
  readonly #words = h('textarea', { rows: '2', maxlength: '1000' });
  readonly #andBlock = h('input', { type: 'checkbox' });
  readonly #status = h('p', { class: 'outcome', role: 'status' });
  #isBlocked = false;

  constructor(private readonly options: SafetyOptions) {
    const ontoggle = () => void (details.open && this.#refresh());
    const details = h(
      'details',
      { ontoggle },
      h('summary', {}, texts.summary),
      this.#block,
      this.#reportForm(),
      this.#status,
    );
    this.element = details;
    this.#show(false);
  }

  #reportForm(): HTMLElement {
    const onsubmit = (event: Event) => {
      event.preventDefault();
      void this.#report();
    };
    return h(
      'form',
      { onsubmit },
      h('label', {}, texts.reason, this.#reason),
      h('label', {}, texts.words, this.#words),
      h('label', { class: 'check' }, this.#andBlock, texts.andBlock),
      h('button', { class: 'plain' }, texts.report),
    );
  }

  async #refresh(): Promise<void> {
    const data = await this.#ask('blocks', { action: 'list' });
    if (data !== undefined) this.#show(Array.isArray(data.blocks) && data.blocks.length > 0);
  }

  async #toggle(): Promise<void> {
    const data = await this.#ask('blocks', { action: this.#isBlocked ? 'remove' : 'add' });
    if (data === undefined) return;
    this.#show(data.blocked === true);
    this.#say(this.#isBlocked ? texts.blocked : texts.unblocked);
  }

  async #report(): Promise<void> {
    const { value: reason } = this.#reason;
    const data = await this.#ask('reports', {
      reason,
      text: this.#words.value,
      block: String(this.#andBlock.checked),
    });
    if (data === undefined) return;
    this.#words.value = '';
    this.#show(this.#isBlocked || data.blocked === true);
    this.#say(texts.reported);
  }

  #say(words: string, tone: 'outcome' | 'problem' = 'outcome'): void {
    this.#status.className = tone;
    this.#status.textContent = words;
  }

  #show(isBlocked: boolean): void {
    this.#isBlocked = isBlocked;
    const name = this.options.partner.name[language];
    this.#block.textContent = isBlocked ? texts.unblock(name) : texts.block(name);
  }

  /** A form needs no permission to cross origins; undefined where the answer is an error, which is shown. */
  async #ask(path: string, fields: Record<string, string>): Promise<Record<string, unknown> | undefined> {
    const { functionsUrl, user } = this.options;
    const headers = { Authorization: `Bearer ${user.ticket}`, 'Accept-Language': language };
    const init = { method: 'POST', headers, body: new URLSearchParams(fields) };
    try {
      const answer = await (await fetch(`${functionsUrl}/${path}`, init)).json();
      if (answer.status === 'success') return answer.data;
      this.#say(answer.message, 'problem');
    } catch {
      this.#say(texts.failed, 'problem');
    }
    return undefined;
  }
}
