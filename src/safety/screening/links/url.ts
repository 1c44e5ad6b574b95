import { originalSpan, type View } from '../text/view';
import type { Finding } from '../types';
import { dot, hostConfidence, labelsOf } from './domains';

const scheme =
  /h?(?:tt|xx|t)ps? ?: ?\/ ?\/|えいちていーていーぴー|(?<![a-z])[a-z][a-z0-9-]{2,30} (?:dot )?(?:com|jp|net|org|me|ee|ly|tv) (?:forward )?slash |triple[ -]w(?![a-z])|(?:(?<![a-z0-9])(?:com|net|org|jp|shop|example|test)|どつとこむ|どつとじえーぴー) ?の前[がにはの]{1,2} ?[a-z0-9-]{2,40}|(?<![a-z])www ?(?:[.。]|どつと|点|dot )|だぶりゆー(?:を?[3三]つ|[・、 ]?だぶりゆー)|(?<![0-9.])(?:[0-9]{1,3}\.){3}[0-9]{1,3}:(?=[0-9]{2,5})/gu;
const anyDot = new RegExp(`${dot}`, 'gu');
const ending =
  /[ 、]?(?:[a-z][a-z-]{0,15}|こむ|ねつと|おるぐ|じえーぴー|しよつぷ|てすと)(?:\.[a-z]{2,8}){0,3}(?![a-z0-9@_-])/uy;
const path = / ?(?:\/|slash )[a-z0-9/_.?=&%#@~+-]{0,200}/uy;
const hostUnit = /[a-z0-9-]/u;
/** What ends a name in Japanese and no sentence: 例工務店.example, はなわーくす てん こむ. */
const japaneseEnding =
  /(?<=[ぁ-ん一-龠])(?<!価格)\.(?:com|net|jp|co\.jp|shop|example|test)(?![a-z0-9])|[、 ]?(?:てん|どつと|点)[、 ]?(?:こむ|ねつと|じえーぴー|しーおーえむ)(?=$|[^ぁ-んー]|です|で|に|の|を|つて)/gu;
const japaneseUnit = /[ぁ-んー一-龠a-z0-9-]/u;
const longestName = 20;

function matchAt(pattern: RegExp, text: string, from: number): string {
  pattern.lastIndex = from;
  return pattern.exec(text)?.[0] ?? '';
}

/** Start of the host label that ends before `to`. */
function labelStart(text: string, to: number): number {
  let from = to;
  while (from > Math.max(0, to - 63) && hostUnit.test(text.charAt(from - 1))) from -= 1;
  return from;
}

/** The whole host to the left: labels joined by dots. */
function hostStart(text: string, to: number): number {
  let from = labelStart(text, to);
  for (let labels = 0; labels < 4 && text.charAt(from - 1) === '.'; labels += 1) {
    const before = labelStart(text, from - 1);
    if (before === from - 1) break;
    from = before;
  }
  return from;
}

function addressWithScheme(view: View, from: number, prefix: string): Finding {
  const rest = /[a-z0-9/_.?=&%#@~+[\]:-]{0,200}/uy;
  const end = from + prefix.length + matchAt(rest, view.text, from + prefix.length).length;
  const plain = /^(?:https?:\/\/|www\.)$/u.test(prefix);
  return {
    ...originalSpan(view, from, end),
    kind: 'url',
    confidence: 0.95,
    reason: plain ? 'url' : 'url-disguised',
  };
}

/** A space after the dot only is the end of a sentence, not a host. */
function isSentenceEnd(text: string, dotFrom: number, token: string, tail: string): boolean {
  return /^[.。]$/u.test(token) && /^[ 、]/u.test(tail) && text.charAt(dotFrom - 1) !== ' ';
}

function bareHost(view: View, dotFrom: number, token: string): Finding | undefined {
  const { text } = view;
  const leftEnd = /[ 、\n]/u.test(text.charAt(dotFrom - 1)) ? dotFrom - 1 : dotFrom;
  if (!hostUnit.test(text.charAt(leftEnd - 1))) return undefined;
  const afterDot = dotFrom + token.length;
  const tail = matchAt(ending, text, afterDot);
  if (tail === '' || isSentenceEnd(text, dotFrom, token, tail)) return undefined;
  const start = hostStart(text, leftEnd);
  const end = afterDot + tail.length;
  const more = matchAt(path, text, end);
  const labels = [...labelsOf(text.slice(start, leftEnd)), ...labelsOf(tail.trim())];
  const confidence = hostConfidence(labels, more !== '');
  if (confidence === 0) return undefined;
  const span = originalSpan(view, start, end + more.length);
  return {
    ...span,
    kind: 'url',
    confidence,
    reason: token === '.' && leftEnd === dotFrom ? 'url' : 'url-disguised',
  };
}

const home = /https?:\/\/(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2[0-9]|3[01])\.)/uy;

/** Whether an address leads to a device of one's own, such as a router: https://www.rfc-editor.org/rfc/rfc1918 */
function isAtHome(text: string, from: number): boolean {
  home.lastIndex = from;
  return home.test(text);
}

/** Addresses that begin with http://, hxxp:// or www, in any view. */
export function findSchemes(view: View): Finding[] {
  return Array.from(view.text.matchAll(scheme))
    .filter((match) => !isAtHome(view.text, match.index))
    .map((match) => addressWithScheme(view, match.index, match[0]));
}

/** Host names whose own part is written in Japanese. */
function findJapaneseHosts(view: View): Finding[] {
  return Array.from(view.text.matchAll(japaneseEnding)).flatMap(({ 0: ending, index }): Finding[] => {
    let from = index;
    while (from > Math.max(0, index - longestName) && japaneseUnit.test(view.text.charAt(from - 1)))
      from -= 1;
    if (from > index - 2) return [];
    const span = originalSpan(view, from, index + ending.length);
    return [{ ...span, kind: 'url', confidence: 0.85, reason: 'url-disguised' }];
  });
}

/** Bare host names in a folded view, also with a spelled-out or bracketed dot. */
export function findHosts(view: View): Finding[] {
  const findings = findJapaneseHosts(view);
  for (const match of view.text.matchAll(anyDot)) {
    const finding = bareHost(view, match.index, match[0]);
    if (finding !== undefined) findings.push(finding);
  }
  return findings;
}
