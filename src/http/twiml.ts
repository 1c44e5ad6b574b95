import type { Answer } from './runtime';

/** One TwiML verb. The `twilio` package writes TwiML too, but loading it costs more than everything else a webhook does. */
export interface Verb {
  readonly verb: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly text?: string;
  readonly children?: readonly Verb[];
}

/**
 * An answer that Twilio carries out; Proxy's out-of-session callback takes no other content type for it.
 * @see https://www.twilio.com/docs/proxy/api/webhooks#outofsessioncallbackurl
 */
export function twiml(verbs: readonly Verb[]): Answer {
  const body = `<?xml version="1.0" encoding="UTF-8"?><Response>${verbs.map(render).join('')}</Response>`;
  return { status: 200, headers: { 'Content-Type': 'application/xml' }, body };
}

function render({ verb, attributes = {}, text = '', children = [] }: Verb): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeXml(value)}"`);
  return `<${verb}${written.join('')}>${escapeXml(text)}${children.map(render).join('')}</${verb}>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
/** Control characters that XML 1.0 cannot hold are dropped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are meant
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

function escapeXml(text: string): string {
  return text.replace(UNWRITABLE, '').replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
