import type { Token } from './tokens';

/** Whether nothing but signs stands between two tokens. */
function isBeside(text: string, left: Token | undefined, right: Token | undefined): boolean {
  return (
    left !== undefined &&
    right !== undefined &&
    /^[^a-zぁ-ん一-龠]{0,3}$/u.test(text.slice(left.to, right.from))
  );
}

/** Whether the token at an index is one of at least three in a row. */
function isInRow(text: string, tokens: readonly Token[], index: number): boolean {
  const beside = (left: number): boolean => isBeside(text, tokens[left], tokens[left + 1]);
  return (
    (beside(index - 2) && beside(index - 1)) ||
    (beside(index - 1) && beside(index)) ||
    (beside(index) && beside(index + 1))
  );
}

/** Whether "for" is meant as four: among digits, in a row of such words, or at an end of a row of digits in words. */
export function isMeant(text: string, tokens: readonly Token[], index: number): boolean {
  const [before, token, after] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (token?.weak !== true) return true;
  if (!isInRow(text, tokens, index)) return false;
  const left = isBeside(text, before, token) ? before : undefined;
  const right = isBeside(text, token, after) ? after : undefined;
  if (left?.weak === true || right?.weak === true || (left !== undefined && right !== undefined)) return true;
  if (left?.script === 'latin') return !/^ ?[a-z]/u.test(text.slice(token.to, token.to + 2));
  return right?.script === 'latin' && !/[a-z] ?$/u.test(text.slice(Math.max(0, token.from - 2), token.from));
}

/** Whether a に joins digits of another script, as in 九〇に丸を冠して. */
export function isJoint(
  text: string,
  token: Token,
  before: Token | undefined,
  after: Token | undefined,
): boolean {
  if (text.slice(token.from, token.to) !== 'に' || before?.to !== token.from || token.to !== after?.from)
    return false;
  return before.script !== 'kana' && after.script !== 'kana';
}
