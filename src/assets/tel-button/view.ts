import type { ConnectResult } from './connect';
import { styles } from './styles';
import type { Texts } from './texts';

/** Where the button is on its way from the first press to the call. */
export type State = { name: 'idle' } | { name: 'connecting' } | { name: 'done'; result: ConnectResult };

const icon =
  '<svg part="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="M6.6 10.8a15.2 15.2 0 0 0 6.6 6.6l2.2-2.2c.3-.3.7-.4 ' +
  '1-.2 1.2.4 2.4.6 3.6.6.6 0 1 .4 1 1V20c0 .6-.4 1-1 1A17 17 0 0 1 3 4c0-.6.4-1 1-1h3.5c.6 0 1 .4 1 1 0 1.2.2 2.4.6 ' +
  '3.6.1.3 0 .7-.2 1z"/></svg>';

const frame = `
  <button part="button" type="button">${icon}<span part="label"></span></button>
  <a part="button link" hidden>${icon}<span part="label"></span><span part="number"></span></a>
  <span part="message" role="status"></span>`;

/** What the button looks like: a real button or, once there is a number, a real link, and a sentence below. */
export class View {
  readonly #button: HTMLButtonElement;
  readonly #link: HTMLAnchorElement;
  readonly #message: HTMLElement;

  constructor(
    private readonly root: ShadowRoot,
    onPress: () => void,
  ) {
    root.innerHTML = `<style>${styles}</style>${frame}`;
    this.#button = find(root, 'button');
    this.#link = find(root, 'a');
    this.#message = find(root, '[role=status]');
    this.#button.addEventListener('click', onPress);
  }

  /** @param label the marketplace's own words for the idle button, empty for the usual ones */
  render(state: State, texts: Texts, label: string): void {
    const hadFocus = this.root.activeElement !== null;
    const connection = state.name === 'done' && state.result.ok ? state.result.connection : undefined;
    this.#button.hidden = connection !== undefined;
    this.#link.hidden = connection === undefined;
    this.#renderButton(state, texts, label);
    this.#renderLink(connection?.tel, texts);
    setText(this.#message, messageOf(state, texts));
    if (hadFocus) (connection ? this.#link : this.#button).focus();
  }

  /** Not `disabled` while connecting: that would drop the focus. */
  #renderButton(state: State, texts: Texts, label: string): void {
    const isConnecting = state.name === 'connecting';
    this.#button.setAttribute('aria-disabled', String(isConnecting));
    this.#button.setAttribute('aria-busy', String(isConnecting));
    const words = { idle: label || texts.call, connecting: texts.connecting, done: texts.retry };
    setText(find(this.#button, '[part=label]'), words[state.name]);
  }

  #renderLink(tel: string | undefined, texts: Texts): void {
    if (tel) this.#link.href = `tel:${tel}`;
    else this.#link.removeAttribute('href');
    setText(find(this.#link, '[part=label]'), texts.dial);
    setText(find(this.#link, '[part=number]'), readable(tel ?? ''));
  }
}

/** Japanese numbers of eleven digits (050, 070, 080, 090) as people there write them, others as they are. */
function readable(tel: string): string {
  return tel.replace(/^\+81([5789]0)(\d{4})(\d{4})$/, '0$1-$2-$3');
}

function messageOf(state: State, texts: Texts): string {
  if (state.name === 'connecting') return texts.connecting;
  if (state.name === 'idle') return '';
  return state.result.ok ? texts.ready : state.result.failure.message;
}

/** Written only when it changes: a screen reader would say it again. */
function setText(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

function find<E extends Element>(root: ParentNode, selector: string): E {
  const element = root.querySelector<E>(selector);
  if (!element) throw new Error(`The button has no ${selector}`);
  return element;
}
