import type { HandsetState, HeardEntry, PastCall, TextEntry } from '../../twilio/handsets/state';
import { h } from './dom';
import { displayed } from './numbers';
import { texts } from './texts';

/** What happened on a phone, oldest first: words heard, texts, finished calls. */
export class Timeline {
  readonly #list = h('ol', { class: 'timeline' });
  readonly element = h(
    'div',
    { class: 'history', role: 'log', tabindex: '0', 'aria-label': texts.history },
    this.#list,
  );

  update({ heard, texts: messages, calls }: HandsetState): void {
    const items = [
      ...heard.map((entry) => ({ at: entry.at, element: () => heardItem(entry) })),
      ...messages.map((entry) => ({ at: entry.at, element: () => textItem(entry) })),
      ...calls.map((entry) => ({ at: entry.endedAt, element: () => callItem(entry) })),
    ].sort((one, other) => one.at - other.at);
    const empty = h('li', { class: 'empty' }, texts.empty);
    this.#list.replaceChildren(...(items.length > 0 ? items.map(({ element }) => element()) : [empty]));
    this.element.scrollTop = this.element.scrollHeight;
  }
}

function heardItem(entry: HeardEntry): HTMLElement {
  const { kind, text, language, isOwn } = entry;
  const source = sourceOf(entry);
  return h(
    'li',
    { class: `heard ${kind} ${isOwn ? 'sent' : ''}`, lang: language },
    source && h('small', {}, source),
    h('span', {}, wordsOf(kind, text)),
  );
}

function wordsOf(kind: HeardEntry['kind'], text: string): string {
  if (kind === 'tone') return `♪ ${text === 'beep' ? texts.beep : text}`;
  return kind === 'play' ? `♪ ${text}` : text;
}

/** Who speaks. */
function sourceOf({ kind, isWhisper, isOwn }: HeardEntry): string | undefined {
  if (kind === 'speech') return isOwn ? texts.you : texts.partner;
  if (kind !== 'say') return undefined;
  return isWhisper ? texts.whisper : texts.announcement;
}

function textItem({ direction, other, body, media, status, isStopped }: TextEntry): HTMLElement {
  const isLost = status === 'failed' || status === 'undelivered';
  return h(
    'li',
    { class: `text ${direction}` },
    h('small', {}, direction === 'sent' ? texts.sent(displayed(other)) : texts.received(displayed(other))),
    h('span', {}, body),
    media > 0 && h('small', {}, `📎 ${texts.pictures(media)}`),
    isLost && h('small', { class: 'lost' }, texts.notSent),
    isStopped && h('small', { class: 'lost' }, texts.stopped),
  );
}

function callItem({ direction, other, outcome, seconds }: PastCall): HTMLElement {
  const result = outcome === 'answered' ? texts.answered(seconds) : texts[outcome];
  return h('li', { class: 'past' }, `${texts[direction]} ${displayed(other)} · ${result}`);
}
