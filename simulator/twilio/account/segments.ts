/**
 * SMS segments: 160 GSM-7 or 70 UCS-2 characters in one, 153 or 67 in each of several.
 * Only ASCII counts as GSM-7 here. https://www.twilio.com/docs/glossary/what-sms-character-limit
 */
export function segments(body: string): number {
  const [single, many] = isAscii(body) ? [160, 153] : [70, 67];
  return body.length <= single ? 1 : Math.ceil(body.length / many);
}

function isAscii(text: string): boolean {
  return [...text].every((character) => character < '\u0080');
}
