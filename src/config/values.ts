import * as v from 'valibot';

/** A text that must be there. */
export const required = v.pipe(v.string('is missing'), v.nonEmpty('is missing'));
/** A text with a default that is written as in `.env`. */
export const optional = <T>(fallback: string, action: v.GenericSchema<string, T>) =>
  v.optional(action, fallback);

/** A whole number, both ends included. */
export function whole(least: number, most: number) {
  return v.pipe(
    v.string(),
    v.regex(/^\d{1,9}$/, `must be a whole number from ${least} to ${most}`),
    v.transform(Number),
    v.minValue(least, `must be at least ${least}`),
    v.maxValue(most, `must be at most ${most}`),
  );
}

/** An address with one of these schemes, such as `https:`. */
export function address(schemes: readonly string[]) {
  const isAllowed = (text: string) => URL.canParse(text) && schemes.includes(new URL(text).protocol);
  return v.pipe(required, v.check(isAllowed, `must be a URL that starts with ${schemes.join(' or ')}//`));
}

/** An address that paths are put behind. */
export function url(schemes: readonly string[]) {
  return v.pipe(
    address(schemes),
    v.transform((text) => text.replace(/\/+$/, '')),
  );
}

/** Items between commas; blanks around them and empty ones do not count. */
export function list<T>(item: v.GenericSchema<string, T>) {
  const parts = (text: string) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  return v.pipe(v.string('is missing'), v.transform(parts), v.array(item));
}

/** `true` or `false`. */
export const flag = v.pipe(
  v.picklist(['true', 'false'], 'must be true or false'),
  v.transform((text) => text === 'true'),
);
