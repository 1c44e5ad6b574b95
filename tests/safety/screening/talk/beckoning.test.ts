import { analyse } from '../../../../src/safety/screening/analysis';
import { findBeckoning } from '../../../../src/safety/screening/talk/beckoning';
import type { FindingKind } from '../../../../src/safety/screening/types';

const surest = (text: string, kind: FindingKind): number => {
  const found = findBeckoning(analyse(text, ['ja', 'en']).hits);
  return Math.max(0, ...found.filter((each) => each.kind === kind).map(({ confidence }) => confidence));
};

test.each([
  ['messenger', '友だち申請しといて、あっちで話そ'],
  ['messenger', 'フォロバするから垢おしえて'],
  ['messenger', "what's your handle over there? I'll message you"],
  ['email', 'どこ宛に送ればいい？アドくれ'],
  ['email', 'ドコモです、前は苗字、後ろは誕生日'],
  ['email', 'any inbox will do, just need an address, write to me'],
  ['url', 'サンクラに同じ名前で上げてます、検索して'],
  ['url', 'find us on bandcamp over there, same name'],
] as const)('weak words together point elsewhere, for the wording to judge: %s %s', (kind, text) => {
  expect(surest(text, kind)).toBeGreaterThanOrEqual(0.5);
  expect(surest(text, kind)).toBeLessThan(0.85);
});

test.each([
  ['messenger', '小さな傷が右の角にあります'],
  ['messenger', 'Could you hold it until Friday?'],
  ['email', '発送したらお知らせしますね'],
  ['email', 'The lamp works, bulb included'],
  ['url', 'ピンタレストで人気の色です'],
  ['url', 'This jacket was on Pinterest years ago'],
] as const)('a word alone points nowhere: %s %s', (kind, text) => {
  expect(surest(text, kind)).toBeLessThan(0.5);
});
