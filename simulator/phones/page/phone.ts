import type { HandsetState } from '../../twilio/handsets/state';
import type { PhoneUser } from '../config';
import { operate, type PhoneCommand } from './api';
import { CallScreen } from './call-screen';
import { h } from './dom';
import { IdleTools } from './idle-tools';
import { Mailbox } from './mailbox';
import { displayed, isNumber } from './numbers';
import { SafetyTools } from './safety-tools';
import { SpeechForm } from './speech';
import { language, texts } from './texts';
import { Timeline } from './timeline';

/** Who a phone belongs to and whom it shall reach. */
export interface PhoneOptions {
  user: PhoneUser;
  partner: PhoneUser;
  role: string;
  functionsUrl: string;
  canText: boolean;
}

/** One handset. */
export class PhoneView {
  readonly element: HTMLElement;
  readonly #call: CallScreen;
  readonly #tools: IdleTools;
  readonly #speech: SpeechForm;
  readonly #safety: SafetyTools;
  readonly #timeline = new Timeline();
  readonly #mailbox = new Mailbox();
  readonly #alert = h('p', { class: 'heard-only', role: 'alert' });
  readonly #problem = h('p', { class: 'problem', role: 'status' });

  constructor(private readonly options: PhoneOptions) {
    const { user, partner, functionsUrl, canText } = options;
    const tell = (command: PhoneCommand, body?: object) => this.#operate(command, body);
    this.#call = new CallScreen({ operate: tell, hiddenNumber: partner.phone });
    this.#speech = new SpeechForm(tell);
    this.#tools = new IdleTools({ user, partner, functionsUrl, canText, operate: tell });
    this.#safety = new SafetyTools({ user, partner, functionsUrl });
    this.element = this.#build();
    this.update({ number: '+', status: 'idle', call: null, heard: [], texts: [], calls: [], mailbox: [] });
  }

  update(state: HandsetState): void {
    this.element.dataset.status = state.status;
    this.#tools.dialling.hidden = state.status !== 'idle';
    this.#call.update(state);
    this.#speech.update(state);
    this.#timeline.update(state);
    this.#mailbox.update(state);
    this.#announce(state);
    const seen = state.call ?? state.calls.at(-1);
    if (seen && isNumber(seen.other)) this.#tools.suggest(seen.other);
  }

  /** Says that the phone rings, once, to those who do not see it. */
  #announce({ status, call }: HandsetState): void {
    const name = this.options.user.name[language];
    const words = status === 'ringing' && call ? texts.ringingFrom(name, displayed(call.other)) : '';
    if (this.#alert.textContent !== words) this.#alert.textContent = words;
  }

  #build(): HTMLElement {
    const { user, role } = this.options;
    const name = user.name[language];
    const owner = h(
      'header',
      { class: 'owner' },
      h('span', { class: 'avatar', 'aria-hidden': 'true' }, name.slice(0, 1)),
      h('h2', {}, name, h('small', {}, role)),
      h('p', { class: 'own-number' }, h('small', {}, texts.ownNumber), displayed(user.phone)),
    );
    const screen = h(
      'div',
      { class: 'screen' },
      this.#alert,
      this.#call.element,
      this.#tools.dialling,
      this.#problem,
      this.#timeline.element,
      this.#speech.element,
      this.#mailbox.element,
      this.#tools.texting,
      this.#safety.element,
    );
    return h('section', { class: 'phone', 'aria-label': `${name} (${role})` }, owner, screen);
  }

  async #operate(command: PhoneCommand, body?: object): Promise<void> {
    try {
      await operate(this.options.user.phone, command, body);
      this.#problem.textContent = '';
    } catch (error) {
      this.#problem.textContent = error instanceof Error ? error.message : String(error);
    }
  }
}
