import { judgeMemory } from '../../../scripts/soak/memory';

const samples = (of: (index: number) => number) => Array.from({ length: 120 }, (_, index) => of(index));

describe('the verdict on memory', () => {
  it('finds growth that goes on after the warm-up', () => {
    expect(judgeMemory(samples((index) => 100 + index * 2))).toMatchObject({ grows: true });
  });

  it('does not mind the warm-up, nor single peaks', () => {
    const warming = samples((index) => Math.min(200, 100 + index * 4) + (index % 10 === 0 ? 80 : 0));
    expect(judgeMemory(warming)).toEqual({ warmMb: 200, endMb: 200, grows: false });
  });

  it('says nothing on too few samples', () => {
    expect(judgeMemory([100, 200, 300, 400])).toEqual({ warmMb: 300, endMb: 400 });
    expect(judgeMemory([])).toEqual({ warmMb: 0, endMb: 0 });
  });
});
