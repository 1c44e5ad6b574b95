import type { NumberedEntry } from '../../twilio/log';
import type { LogEntry } from '../../twilio/model';
import { loadLog } from './api';
import { h } from './dom';
import { texts } from './texts';
import { webhookName } from './webhooks';

const kinds: readonly LogEntry['kind'][] = ['webhook', 'rest', 'redis', 'qstash', 'phone'];
const kept = 300;
/** What Redis answers before it has been sent a script; the script follows at once. */
const unknownScript = 'NOSCRIPT';

/** Webhooks and decisions as they happen, newest first. */
export class LogView {
  readonly #empty = h('li', { class: 'empty' }, texts.logEmpty);
  readonly #list = h('ol', { class: 'entries', tabindex: '0' }, this.#empty);
  readonly element: HTMLElement;
  #lastId = 0;

  constructor() {
    this.element = h(
      'section',
      { class: 'log', 'aria-label': texts.log },
      h('header', {}, h('h2', {}, texts.log), h('small', {}, texts.logHint)),
      h('div', { class: 'filters' }, ...kinds.map((kind) => this.#filter(kind))),
      this.#list,
    );
  }

  /** Shows an entry that has just been made. Ids have no gaps: where one is, entries were missed. */
  add(entry: NumberedEntry): void {
    if (entry.id === this.#lastId + 1) this.#show(entry);
    else if (entry.id > this.#lastId) this.catchUp();
  }

  /** Shows what the simulator has logged and this list has not: at the start, and after a lost connection. */
  async catchUp(): Promise<void> {
    for (const entry of await loadLog(this.#lastId)) if (entry.id > this.#lastId) this.#show(entry);
  }

  #show(entry: NumberedEntry): void {
    this.#lastId = entry.id;
    this.#empty.remove();
    this.#list.prepend(row(entry));
    if (this.#list.childElementCount > kept) this.#list.lastElementChild?.remove();
  }

  #filter(kind: LogEntry['kind']): HTMLElement {
    const onchange = (event: Event) => {
      if (event.target instanceof HTMLInputElement)
        this.#list.classList.toggle(`no-${kind}`, !event.target.checked);
    };
    return h(
      'label',
      { class: 'kind', 'data-kind': kind },
      h('input', { type: 'checkbox', checked: true, onchange }),
      texts[kind],
    );
  }
}

function row(entry: NumberedEntry): HTMLElement {
  const { at, kind, method, target, ms, note } = entry;
  const [result, tone] = outcome(entry);
  const name = webhookName(target);
  return h(
    'li',
    { 'data-kind': kind },
    h('time', {}, new Date(at).toLocaleTimeString('ja-JP', { hour12: false })),
    h('span', { class: 'kind' }, texts[kind]),
    h('span', { class: `result ${tone}` }, result),
    h('small', { class: 'time' }, `${Math.round(ms)} ms`),
    h(
      'span',
      { class: 'target' },
      name && h('b', {}, name),
      h('code', {}, `${method} ${shortened(target)}`),
      note && h('small', {}, ` · ${note}`),
    ),
  );
}

/** What became of it, and whether that is good news. An intercept that is not refused lets the call through. */
function outcome({ kind, method, target, status, note }: LogEntry): [string, 'good' | 'bad' | 'odd'] {
  const isGood = status >= 200 && status < 400;
  if (kind === 'webhook' && target.includes('/proxy/intercept')) {
    if (status === 403) return [texts.blocked, 'bad'];
    return isGood ? [texts.passed, 'good'] : [texts.unchecked, 'odd'];
  }
  if (note === unknownScript) return [texts.unknownScript, 'odd'];
  if (method === 'ALERT') return [texts.alert, 'odd'];
  if (status === 0) return [texts.noAnswer, 'bad'];
  return [String(status), isGood ? 'good' : 'bad'];
}

/** Without the local host, and long ids cut: what matters is the kind of thing. */
function shortened(target: string): string {
  return target.replace(/^https?:\/\/[^/]+/, '').replace(/\b([A-Z]{2}[0-9a-f]{4})[0-9a-f]{28}\b/g, '$1…');
}
