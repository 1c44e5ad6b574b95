import type { CurrentCall, HandsetState } from '../../twilio/handsets/state';
import type { PhoneCommand } from './api';
import { h, replaceContent } from './dom';
import { keypad } from './keypad';
import { displayed } from './numbers';
import { texts } from './texts';

/** What the call screen asks of the phone it belongs to. */
export interface CallActions {
  operate: (command: PhoneCommand, body?: object) => void;
  /** The partner's real number, which must never show here. */
  hiddenNumber: string;
}

/** The upper half of a phone: its status and, during a call, who is there and what can be done. */
export class CallScreen {
  readonly element = h('div', { class: 'call' });
  #shown = '';

  constructor(private readonly actions: CallActions) {}

  /** Rebuilt only when something to see has changed, so that the focus and a pressed key survive other news. */
  update({ status, call }: HandsetState): void {
    const key = JSON.stringify([status, call?.other, call?.isRecorded, call?.answeredAt]);
    if (key === this.#shown) return;
    this.#shown = key;
    replaceContent(
      this.element,
      h('p', { class: 'status' }, texts[status]),
      call !== null && this.#who(call),
      call?.isRecorded && h('p', { class: 'recording' }, texts.recording),
      call !== null && this.#controls(status),
      status === 'in-call' && keypad((digits) => this.actions.operate('press', { digits })),
    );
  }

  #who({ other }: CurrentCall): HTMLElement {
    const isExposed = other === this.actions.hiddenNumber;
    return h(
      'div',
      { class: 'who' },
      h('p', { class: 'caller-id' }, displayed(other)),
      h('p', { class: isExposed ? 'shield exposed' : 'shield' }, isExposed ? texts.exposed : texts.masked),
    );
  }

  #controls(status: HandsetState['status']): HTMLElement {
    const button = (command: PhoneCommand, className: string, label: string) =>
      h('button', { type: 'button', class: className, onclick: () => this.actions.operate(command) }, label);
    const buttons =
      status === 'ringing'
        ? [button('answer', 'answer', texts.answer), button('decline', 'end', texts.decline)]
        : [button('hangup', 'end', texts.hangUp)];
    return h('div', { class: 'controls' }, ...buttons);
  }
}
