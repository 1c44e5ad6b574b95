/** Where a text says that a zero belongs before the digits beside it. */
export interface Lead {
  readonly from: number;
  readonly to: number;
}

const zero = '(?:ぜろ|れい|まる|丸|零|〇|○|0(?![0-9])|zero|nought|naught|nil|oh?(?![a-z]))';
const place = '(?:頭|あたま|先頭|前|まえ|最初|さいしよ)';

/** 頭にゼロをつけて, ゼロが前, 丸を冠して, "with a zero in front", "put a zero first", "preceded by nil". */
const leading = new RegExp(
  [
    `${place}(?:に|は|へ|の)?(?:も)?${zero}`,
    `${zero}(?:を|が|は)?(?:一つ|ひとつ)?${place}`,
    `${zero}(?:を|に)?(?:かぶせ|被せ|冠し|つけ足|付け足|足し|つけて|付けて)`,
    `(?:a |one |the )?${zero}s? (?:goes |comes |stuck |put |right )?(?:in front|before|leading|first|up front|on the front|at the front|at the start|on each side|each side|either side)`,
    `(?:preceded by|precede it with|leading|starts? with|begin with|prefix(?:ed)? with|in front of it) (?:a |an )?${zero}`,
    `(?:put|stick|add) (?:a |an )?${zero}`,
  ].join('|'),
  'gu',
);

/** All places of a folded text that speak of a zero in front, with the zero itself. */
export function leadsIn(text: string): Lead[] {
  return Array.from(text.matchAll(leading), (match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
}
