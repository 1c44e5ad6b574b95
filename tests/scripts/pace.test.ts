import { paceOf } from '../../scripts/pace';

describe('a pace', () => {
  it('spreads turns evenly, also when all are asked for at once', async () => {
    const pace = paceOf(20);
    const begun = performance.now();
    const turns: number[] = [];
    await Promise.all(
      Array.from({ length: 11 }, () => pace().then(() => turns.push(performance.now() - begun))),
    );
    expect(turns.at(-1)).toBeGreaterThan(490);
    expect(turns[0]).toBeLessThan(450);
  });

  it('does not save up turns for a burst', async () => {
    const pace = paceOf(50);
    await pace();
    await new Promise((resolve) => setTimeout(resolve, 100));
    const begun = performance.now();
    await Promise.all([pace(), pace(), pace()]);
    expect(performance.now() - begun).toBeGreaterThan(35);
  });
});
