import { fold } from '../../../../src/safety/screening/text/fold';
import { findQuoted } from '../../../../src/safety/screening/text/quoted';

const found = (text: string) =>
  findQuoted(fold(text)).map(({ start, end, isBusiness }) => [text.slice(start, end), isBusiness]);

test('names in quotation marks are found, those of businesses marked', () => {
  expect(found('「つばめ工房」と『白い皿』、"Swallow Studio" or \'blue vase\'')).toEqual([
    ['「つばめ工房」', true],
    ['『白い皿』', false],
    ['"Swallow Studio"', true],
    ["'blue vase'", false],
  ]);
});

test('apostrophes and one letter are no quotation', () => {
  expect(found("it's what's his, don't「あ」")).toEqual([]);
});
