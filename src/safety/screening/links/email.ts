import { originalSpan, type View } from '../text/view';
import type { Finding } from '../types';
import { dot, endsAddress, labelsOf, providers } from './domains';

/** What the sign looks like, and how it is typed: マルにa, カタツムリ, swirl, shift+2. */
const described =
  '(?:[丸○〇◯]|まる)(?:(?:の中|のなか)?に「?a」?|の?a(?![a-z]))|(?:かたつむり|蝸牛|でんでんむし|ぐるぐる|くるくる|くるりん|ころりん|うずまき|渦巻き?|なると|猫の(?:尻尾|しつぽ))(?:印|まーく|の記号|a)?|(?<![a-z])(?:ampersat|at[ -]sign|swirl|snail|curly a|shift ?[+-]? ?2)(?![a-z0-9])';

/** Everything that stands for "@": the sign, the word in brackets or kana, a bare "at", or a sign that replaces it. */
const at = new RegExp(
  `@|[([{<【「『〈《〔] ?(?:at|a|@|あつとまーく|あつと) ?[)\\]}>】」』〉》〕]|あつ?とま[ー〜~あ]く|あつと(?!ほーむ|いう)|(?<![a-z])at(?![a-z0-9])|[★☆◎●◆■♡♥*#]|${described}`,
  'gu',
);

const label = '[a-z0-9][a-z0-9-]{0,40}';
const lastLabel = `(?:${label}|こむ|ねつと|じえーぴー)`;

/** Hosts of 6 to 2 labels: the longest that ends in a known ending is meant, what follows is the next sentence. */
const hosts = [5, 4, 3, 2, 1].map(
  (dots) => new RegExp(`${label}(?:[ 、]?${dot}[ 、]?${lastLabel}){${dots}}`, 'uy'),
);
const provider = new RegExp(`(?:${providers})`, 'uy');
const spokenHost = new RegExp(`[ぁ-んー]{2,12}[、 ]{0,2}(?:${dot})[、 ]{0,2}[ぁ-んー]{2,8}`, 'uy');
const kanaHost = /[ぁ-んー]{2,12}[、 ]?\.[、 ]?(?:com|net|org|jp|test|example)(?![a-z])/uy;
const opening = /[ \])}>】」』「、,#/+]{0,4}(?:(?:the|that|my) )?/uy;
const beforeAt = /[ 、,#"'/+([」』)]/u;
const localPart = /[a-z0-9._+-]/u;
const spokenLocal = /[ぁ-ん一-龠]/u;

/** English words before "at" that are no mailbox: "look at", "meet me at". */
const wordsBeforeAt = new Set(
  'look me is us here found bought sold meet available are was arrive shop live stay work see you it price them back starts start online up out only this that'.split(
    ' ',
  ),
);

const isDescribed = new RegExp(`^(?:${described})$`, 'u');

type AtForm = 'sign' | 'word' | 'spoken' | 'symbol';

function formOf(token: string): AtForm {
  if (token === 'at') return 'word';
  if (isDescribed.test(token)) return 'spoken';
  if (/^[★☆◎●◆■♡♥*#]$/u.test(token)) return 'symbol';
  return /あつ?と/u.test(token) ? 'spoken' : 'sign';
}

function matchAt(pattern: RegExp, text: string, from: number): string | undefined {
  pattern.lastIndex = from;
  return pattern.exec(text)?.[0];
}

/** Where the mailbox before position `to` begins; equal to `to` when there is none. */
function localStart(text: string, to: number, form: AtForm): number {
  let from = to;
  while (from > to - 4 && beforeAt.test(text.charAt(from - 1)) && form !== 'symbol') from -= 1;
  const end = from;
  while (from > Math.max(0, end - 64) && localPart.test(text.charAt(from - 1))) from -= 1;
  if (from === end && form === 'spoken')
    while (from > Math.max(0, end - 12) && spokenLocal.test(text.charAt(from - 1))) from -= 1;
  return from === end ? to : from;
}

interface Domain {
  readonly end: number;
  readonly confidence: number;
}

/** The longest host at a position that can end a mail address. */
function hostAt(text: string, from: number, strict: boolean): string | undefined {
  for (const pattern of hosts) {
    const host = matchAt(pattern, text, from);
    if (host !== undefined && endsAddress(labelsOf(host), strict)) return host;
  }
  return undefined;
}

/** The domain or mail service after an "at", with how sure it is. */
function domainAfter(text: string, from: number, form: AtForm): Domain | undefined {
  const begin = from + (matchAt(opening, text, from)?.length ?? 0);
  const named = hostAt(text, begin, form !== 'sign');
  if (named !== undefined) return { end: begin + named.length, confidence: 0.9 };
  const service = matchAt(provider, text, begin);
  if (service !== undefined)
    return { end: begin + service.length, confidence: form === 'word' && service === 'yahoo' ? 0.4 : 0.8 };
  const spoken = form === 'spoken' ? matchAt(spokenHost, text, begin) : matchAt(kanaHost, text, begin);
  return spoken === undefined ? undefined : { end: begin + spoken.length, confidence: 0.7 };
}

function addressAt(view: View, from: number, token: string): Finding | undefined {
  const form = formOf(token);
  const domain = domainAfter(view.text, from + token.length, form);
  if (domain === undefined) return undefined;
  const start = localStart(view.text, from, form);
  const local = view.text.slice(start, from).trim();
  if (local === '' && (form === 'symbol' || form === 'word')) return undefined;
  if (form === 'word' && wordsBeforeAt.has(local)) return undefined;
  const plain = token === '@' && !view.text.slice(start, domain.end).includes(' ');
  return {
    ...originalSpan(view, start, domain.end),
    kind: 'email',
    confidence: local === '' ? Math.min(0.6, domain.confidence) : domain.confidence,
    reason: plain ? 'email-address' : 'email-address-disguised',
  };
}

/** An address from its end to its beginning: moc.elpmaxe@orat. */
const reversed = /(?<![a-z0-9.])(?:moc|pj)(?:\.[a-z0-9-]{1,40}){1,3}@[a-z0-9._+-]{1,64}/gu;

function findReversed(view: View): Finding[] {
  return Array.from(view.text.matchAll(reversed), ({ 0: token, index }) => ({
    ...originalSpan(view, index, index + token.length),
    kind: 'email',
    confidence: 0.9,
    reason: 'email-address-disguised',
  }));
}

/** Mail addresses in a folded view, also spelled out and backwards. Linear: each "at" looks at a bounded number of characters. */
export function findEmails(view: View): Finding[] {
  const findings = findReversed(view);
  for (const match of view.text.matchAll(at)) {
    const finding = addressAt(view, match.index, match[0]);
    if (finding !== undefined) findings.push(finding);
  }
  return findings;
}
