import type { Described } from './document';

/** HTML that needs no more escaping. */
export class Markup {
  constructor(readonly text: string) {}
}

type Part = Markup | string | number | readonly Part[];

/** A template of HTML: what is put into it is escaped, unless it is markup itself; lists are joined. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(texts.map((text, index) => text + render(parts[index] ?? '')).join(''));
}

/** Both languages beside each other; the page shows one of them. Words in backticks become code. */
export function both(ja: string, en: string): Markup {
  return html`<span class="t" lang="ja">${withCode(ja)}</span><span class="t" lang="en">${withCode(en)}</span>`;
}

/** What a part of the document says for people. */
export function saying({ summary, description, 'x-ja': ja }: Described): Markup {
  const en = summary ?? description;
  return en === undefined || ja === undefined ? html`` : both(ja, en);
}

/** A value as JSON to read: short objects stay on one line. */
export function sample(value: unknown): Markup {
  return html`<pre><code>${readable(value)}</code></pre>`;
}

const LONGEST_LINE = 72;

function readable(value: unknown, indent = ''): string {
  const line = JSON.stringify(value, null, 1).replace(/\n\s*/g, ' ');
  if (typeof value !== 'object' || value === null || (indent + line).length <= LONGEST_LINE) return line;
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const members = Object.entries(value).map(
    ([name, member]) =>
      `${inner}${Array.isArray(value) ? '' : `${JSON.stringify(name)}: `}${readable(member, inner)}`,
  );
  return `${open}\n${members.join(',\n')}\n${indent}${close}`;
}

function withCode(text: string): Markup[] {
  return text.split('`').map((part, index) => (index % 2 ? html`<code>${part}</code>` : html`${part}`));
}

function render(part: Part): string {
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map(render).join('');
  return String(part).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
