import { isDigit, isLatin } from '../text/characters';

/** Letters that look like digits. */
export const lookAlike: Readonly<Record<string, string>> = {
  o: '0',
  l: '1',
  i: '1',
  '|': '1',
  z: '2',
  e: '3',
  s: '5',
  b: '8',
};

/** `s678` and `l2e4` may be parts of a number; `5s` and `b2b` are not. */
function isDisguisedCode(run: string): boolean {
  return run.length >= 4 && (run.match(/[0-9]/gu)?.length ?? 0) * 2 >= run.length;
}

/** Whether a run such as `o9o`, `l234` or `oooo` is meant as digits: all digits and look-alikes, and not a word. */
export function isMixedRun(run: string): boolean {
  if (run.length === 1 || run.length > 16 || !/^[0-9oil|zesb]+$/u.test(run)) return false;
  if (/^o{3,8}$/u.test(run)) return true;
  return /[zesb]/u.test(run) ? isDisguisedCode(run) : /[0-9]/u.test(run) && /[oil|]/u.test(run);
}

/** End of the run of letters, digits and bars that starts at `from`. */
export function runEnd(text: string, from: number): number {
  let to = from;
  while (
    to < text.length &&
    (isDigit(text.charCodeAt(to)) || isLatin(text.charCodeAt(to)) || text.charAt(to) === '|')
  )
    to += 1;
  return to;
}
