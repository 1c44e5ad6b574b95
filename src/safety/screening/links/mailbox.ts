import { findHandles } from '../talk/handles';
import { distance, originalSpan, type Span, type View } from '../text/view';
import type { Finding } from '../types';
import { providers } from './domains';

/** Mail services that need no word beside them to be one, and companies that need one. */
const service =
  /(?<![a-z])(?:g[ -]?m-?a-?i-?l|gee[ -]mail|hot ?mai?le?|protonmail|y-?mail)(?![a-z])|じ[ーい]め(?:ーる|える|いる)|じめーる|がめーる|ほつとめーる|あうとるつく/gu;
const company =
  /(?<![a-z])(?:icloud|outlook|yahoo|docomo|ocn|google|softbank|au)(?![a-z])|あいくらうど|やつ?ふー|どこも|ぐーぐる|そふとばんく|そふばん/gu;
const mailWord = /めーる|めあど|あどれす|mail|やつ|宛/u;
const mailBefore = 40;
const mailAfter = 14;
const reach = 32;

/** A mailbox spelled out: "wanda underscore test99". */
const spelled =
  /(?<![a-z0-9])[a-z0-9]{1,20}(?:[ 、,(]{0,2}(?:underscore|under ?bar|dot|hyphen|dash|あんだーばー|あんだーすこあ|はいふん|どつと)[ 、,)]{0,2}[a-z0-9]{1,20}){1,6}/gu;

/** The service comes last, after what is joined to it: "then 1234 then gmail", ～+ヤフー, "email: taro test gmail". */
const joined = new RegExp(
  `(?:(?<![a-z])(?:then|plus|followed by|and then|ends? (?:in|with))|\\+|足す|ぷらす|(?:その)?あと[はわ]|のあとに?|続けて|つなげて)[ 、,]{0,2}(?:the |a )?(?:${providers})|(?:mail|めーる) ?:[^\\n。:]{2,40}?(?:${providers})`,
  'gu',
);

function spansOf(pattern: RegExp, view: View): Span[] {
  return Array.from(view.text.matchAll(pattern), (match) =>
    originalSpan(view, match.index, match.index + match[0].length),
  );
}

/** Companies with mail spoken of near them. */
function mailCompanies(view: View): Span[] {
  return Array.from(view.text.matchAll(company))
    .filter(({ 0: name, index }) =>
      mailWord.test(view.text.slice(Math.max(0, index - mailBefore), index + name.length + mailAfter)),
    )
    .map(({ 0: name, index }) => originalSpan(view, index, index + name.length));
}

function byPlace(a: Span, b: Span): number {
  return a.start - b.start;
}

function address(start: number, end: number): Finding {
  return { start, end, kind: 'email', confidence: 0.7, reason: 'email-address-disguised' };
}

/** A mail service and an account beside it, without the sign between them: "gmail、名前は taro_test", "hotmail, wanda underscore test". */
export function findMailboxes(view: View): Finding[] {
  const services = [...spansOf(service, view), ...mailCompanies(view)].sort(byPlace);
  const lasts = spansOf(joined, view).map(({ start, end }) => address(start, end));
  if (services.length === 0) return lasts;
  const accounts = [...findHandles(view), ...spansOf(spelled, view)].sort(byPlace);
  let first = 0;
  const beside = services.flatMap((named): Finding[] => {
    while ((accounts[first]?.end ?? Number.POSITIVE_INFINITY) < named.start - reach) first += 1;
    const account = accounts[first];
    if (account === undefined || distance(account, named) > reach) return [];
    return [address(Math.min(named.start, account.start), Math.max(named.end, account.end))];
  });
  return [...lasts, ...beside];
}
