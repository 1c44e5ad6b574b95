import { compact, joinLetters } from '../../../../src/safety/screening/text/compact';
import { fold } from '../../../../src/safety/screening/text/fold';
import { originalSpan } from '../../../../src/safety/screening/text/view';

test('white space and quotation marks go, places stay', () => {
  const view = compact(fold('「ab」 c'));
  expect(view.text).toBe('abc');
  expect(originalSpan(view, 2, 3)).toEqual({ start: 5, end: 6 });
});

test('letters that stand alone are joined, words are not', () => {
  expect(joinLetters(fold('so s h o p . c o m is it')).text).toBe('so shop.com is it');
  const plain = fold('a shop in b town');
  expect(joinLetters(plain)).toBe(plain);
});
