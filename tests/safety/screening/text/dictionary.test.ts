import { Dictionary } from '../../../../src/safety/screening/text/dictionary';

const dictionary = new Dictionary([
  ['ab', 1],
  ['abcd', 2],
  ['b', 3],
  ['ab', 4],
]);

test('the longest word at a position is found', () => {
  expect(dictionary.longest('xabcd', 1)).toEqual({ value: 2, end: 5 });
  expect(dictionary.longest('xabc', 1)).toEqual({ value: 1, end: 3 });
});

test('a word that ends with the text is found with its own length', () => {
  expect(dictionary.longest('ab', 0)).toEqual({ value: 1, end: 2 });
  expect(dictionary.longest('ab', 1)).toEqual({ value: 3, end: 2 });
});

test('nothing is found where no word begins', () => {
  expect(dictionary.longest('xyz', 0)).toBeUndefined();
  expect(dictionary.longest('ab', 2)).toBeUndefined();
});
