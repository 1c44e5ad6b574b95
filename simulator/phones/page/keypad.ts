import { h } from './dom';
import { texts } from './texts';

const keys = [...'123456789*0#'];

/** Twelve keys. */
export function keypad(onKey: (key: string) => void): HTMLElement {
  return h(
    'div',
    { class: 'keypad', role: 'group', 'aria-label': texts.keypad },
    ...keys.map((key) =>
      h('button', { type: 'button', 'aria-label': texts.key(key), onclick: () => onKey(key) }, key),
    ),
  );
}
