import { TwimlError } from './twiml';
import type { Method } from './webhook-client';
import type { XmlElement } from './xml';

/**
 * A whole number of 0 or more.
 * @throws TwimlError 12200
 */
export function integer(element: XmlElement, name: string, otherwise: number): number {
  const value = element.attributes[name];
  if (value === undefined) return otherwise;
  if (!/^\d+$/.test(value)) throw new TwimlError(12200, `${name}="${value}" on <${element.name}>`);
  return Number(value);
}

/**
 * A whole number of 1 or more.
 * @throws TwimlError 12200
 */
export function positive(element: XmlElement, name: string, otherwise: number): number {
  const value = integer(element, name, otherwise);
  if (value < 1) throw new TwimlError(12200, `${name}="${value}" on <${element.name}>`);
  return value;
}

/**
 * One of the values that Twilio documents.
 * @throws TwimlError 12200
 */
export function choice<T extends string>(element: XmlElement, name: string, values: readonly [T, ...T[]]): T {
  const value = element.attributes[name];
  if (value === undefined) return values[0];
  const found = values.find((candidate) => candidate === value);
  if (!found) throw new TwimlError(12200, `${name}="${value}" on <${element.name}>`);
  return found;
}

/**
 * Several of the values that Twilio documents, with spaces between them.
 * @throws TwimlError 12200
 */
export function words<T extends string>(
  element: XmlElement,
  name: string,
  values: readonly T[],
  otherwise: readonly T[],
): readonly T[] {
  const given = element.attributes[name]?.split(/\s+/).filter((word) => word !== '') ?? [];
  const known = values.filter((value) => given.includes(value));
  if (known.length < new Set(given).size) {
    throw new TwimlError(12200, `${name}="${given.join(' ')}" on <${element.name}>`);
  }
  return known.length > 0 ? known : otherwise;
}

/** @throws TwimlError 12200 */
export function flag(element: XmlElement, name: string): boolean {
  return choice(element, name, ['false', 'true']) === 'true';
}

/** @throws TwimlError 12200 */
export function methodOf(element: XmlElement, name = 'method'): Method {
  return choice(element, name, ['POST', 'GET']);
}

/** An absolute URL from one that may be relative to the document's. */
export function resolveUrl(url: string, documentUrl: string): string {
  const resolved = URL.canParse(url, documentUrl) ? new URL(url, documentUrl) : undefined;
  if (!resolved) throw new TwimlError(12200, 'an URL that cannot be resolved');
  return resolved.href;
}
