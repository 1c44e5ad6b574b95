import { contextProblems, limits } from '../../../simulator/edge/limits';

it('a Function has 10 s, and a request 1 MB', () => {
  expect(limits).toMatchObject({ answerMs: 10_000, requestBytes: 1_000_000 });
});

describe('contextProblems', () => {
  it('accepts what fits', () => {
    expect(contextProblems({ A: 'x'.repeat(450), B: '' })).toEqual([]);
  });

  it('names every value over 450 bytes, counting bytes rather than characters', () => {
    expect(contextProblems({ A: 'あ'.repeat(151), B: 'x'.repeat(451), C: 'x' })).toEqual([
      'A has 453 bytes, more than 450',
      'B has 451 bytes, more than 450',
    ]);
  });

  it('refuses more than 3 KB in all', () => {
    const context = Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`V${i}`, 'x'.repeat(400)]));
    expect(contextProblems(context)).toEqual([
      expect.stringMatching(/^All variables together are 32\d\d bytes/),
    ]);
  });
});
