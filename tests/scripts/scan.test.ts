import fc from 'fast-check';
import { numbersIn } from '../../scripts/scan';

const number = '+819012345678';

describe('numbersIn', () => {
  it.each([
    'tel:+819012345678',
    '"09012345678"',
    '090-1234-5678',
    '(090) 1234.5678',
    '０９０ー１２３４ー５６７８',
    '%2B819012345678',
    '9 0 1 2 3 4 5 6 7 8',
    '0081-90-1234-5678',
  ])('finds it in %s', (text) => {
    expect(numbersIn(text, ['+818000000000', number])).toEqual([number]);
  });

  it('finds it anywhere in a text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        expect(numbersIn(`${before} 090-1234-5678 ${after}`, [number])).toEqual([number]);
      }),
    );
  });

  it.each(['+815031000000', '090-1234-567', '0901234 and then 5678', ''])(
    'does not find it in %s',
    (text) => {
      expect(numbersIn(text, [number])).toEqual([]);
    },
  );
});
