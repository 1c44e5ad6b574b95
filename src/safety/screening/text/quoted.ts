import { originalSpan, type Span, type View } from './view';

/** A name in quotation marks, as it is given to be looked up. */
export interface Quoted extends Span {
  /** It reads like a shop, a class or a workshop rather than like what is sold. */
  readonly isBusiness: boolean;
}

const quoted =
  /[「『](?<ja>[^「」『』\n]{2,40})[」』]|["“”](?<en>[^"“”\n]{3,40})["“”]|(?<![a-z0-9])['‘](?<single>[^'‘’\n]{4,40})['’](?![a-z])/gu;

/** What trades and classes are called by. */
const business =
  /[店堂屋房室院塾]|教室|先生|すたじお|さろん|商会|商店|公式|運送|便利屋|おーと|もーたーす|がれーじ|しよつぷ|すくーる|こうぼう|木工|ねいる(?!ちつぷ)|整体|家具|農園|きつちん|ふあーむ|ぶろぐ|ちやんねる|日記|(?<![a-z])(?:studio|shop|store|garage|nail|salon|workshop|works|official|school|lessons?|service|cleaning|repairs?|channel|diary)(?![a-z])/u;

/** Names in quotation marks in a folded view, in reading order. */
export function findQuoted(view: View): Quoted[] {
  return Array.from(view.text.matchAll(quoted), (match) => ({
    ...originalSpan(view, match.index, match.index + match[0].length),
    isBusiness: business.test(match[0]),
  }));
}
