import { type ConnectResult, connect } from './connect';
import { languageOf, textsFor } from './texts';
import { type State, View } from './view';

/** The platform ends a request after 10 s; a little more lets its answer arrive. */
const defaultTimeoutMs = 12_000;

/** The longest delay that a browser's timer can hold. */
const longestTimerMs = 2 ** 31 - 1;

/**
 * `<tel-button endpoint="https://.../connect" ticket="...">`: asks the service for the number that reaches the partner
 * and becomes a `tel:` link. Further attributes: `lang` (`ja`, `en`; otherwise that of the page), `timeout-ms`.
 * Its text content, if any, is the label of the idle button. The attribute `state` tells `idle`, `connecting`, `ready`
 * or `failed`. Events, both bubbling: `tel-ready` with `{tel, expiresAt}`, `tel-failed` with `{code, message}`.
 */
export class TelButton extends HTMLElement {
  static readonly observedAttributes = ['endpoint', 'ticket', 'lang'];

  readonly #view = new View(this.attachShadow({ mode: 'open', delegatesFocus: true }), () => this.#press());
  #state: State = { name: 'idle' };
  #request: AbortController | undefined;
  #expiry: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    this.#show(this.#state);
  }

  disconnectedCallback(): void {
    this.#reset();
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (name !== 'lang' && before !== after) this.#reset();
    else this.#show(this.#state);
  }

  /** Another ticket or endpoint means another call: what was under way or known no longer holds. */
  #reset(): void {
    this.#request?.abort();
    this.#request = undefined;
    this.#show({ name: 'idle' });
  }

  async #press(): Promise<void> {
    if (this.#request) return;
    const request = new AbortController();
    this.#request = request;
    this.#show({ name: 'connecting' });
    const result = await connect({
      endpoint: this.getAttribute('endpoint') ?? '/connect',
      ticket: this.getAttribute('ticket') ?? '',
      language: this.#language,
      timeoutMs: Number(this.getAttribute('timeout-ms')) || defaultTimeoutMs,
      signal: request.signal,
    });
    if (request.signal.aborted) return;
    this.#request = undefined;
    this.#show({ name: 'done', result });
    this.#announce(result);
  }

  #show(state: State): void {
    this.#state = state;
    clearTimeout(this.#expiry);
    this.setAttribute('state', nameOf(state));
    this.#view.render(state, textsFor(this.#language), this.textContent?.trim() ?? '');
    if (state.name === 'done' && state.result.ok) this.#expireAt(state.result.connection.expiresAt);
  }

  /** After its end the number reaches nobody: the button starts over. */
  #expireAt(expiresAt: string | undefined): void {
    const leftMs = Date.parse(expiresAt ?? '') - Date.now();
    if (leftMs < longestTimerMs) this.#expiry = setTimeout(() => this.#reset(), leftMs);
  }

  #announce(result: ConnectResult): void {
    const [name, detail] = result.ok ? ['tel-ready', result.connection] : ['tel-failed', result.failure];
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  get #language() {
    return languageOf(this.closest('[lang]')?.getAttribute('lang') ?? '');
  }
}

function nameOf(state: State): 'idle' | 'connecting' | 'ready' | 'failed' {
  if (state.name !== 'done') return state.name;
  return state.result.ok ? 'ready' : 'failed';
}
