import type { Browser } from 'playwright-core';
import { chartPage } from '../../scripts/screening-chart';
import { accessibilityProblems, horizontalOverflow, open } from './browser';

export function describeScreeningChart(browser: () => Browser): void {
  describe('the chart of the screening report', () => {
    const row = { name: 'english-tutor-students <b>', found: 8, missed: 3, wrong: 1, right: 9 };
    const report = { split: 'held-out', all: row, kinds: [row], groups: [row] } as const;

    it.each([
      ['light', 900],
      ['dark', 360],
    ] as const)(
      'has no accessibility problem and fits its window (%s, %i wide)',
      async (colorScheme, width) => {
        const options = { colorScheme, viewport: { width, height: 800 } };
        const { page, close } = await open(browser(), 'about:blank', options);
        await page.setContent(chartPage([report]));
        expect(await accessibilityProblems(page)).toEqual([]);
        expect(await horizontalOverflow(page)).toBe(0);
        const line = page.getByRole('row', { name: 'english-tutor-students <b>' }).first();
        expect(await line.textContent()).toBe('english-tutor-students <b>72.7 %88.9 %10.0 %');
        await close();
      },
    );
  });
}
