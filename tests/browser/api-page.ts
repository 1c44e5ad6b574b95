import type { Browser } from 'playwright-core';
import { accessibilityProblems, horizontalOverflow, open } from './browser';
import type { StubService } from './stub-service';

export function describeApiPage(browser: () => Browser, service: StubService): void {
  describe('the page of the HTTP API', () => {
    it.each([
      ['light', 1200, 'en-US', 'Error codes'],
      ['dark', 360, 'ja-JP', 'エラーコード'],
    ] as const)(
      'has no accessibility problem, fits its window and speaks the language of the browser (%s, %i wide)',
      async (colorScheme, width, locale, heading) => {
        const options = { colorScheme, locale, viewport: { width, height: 800 } };
        const { page, close } = await open(browser(), `${service.url}/api.html`, options);
        await page.getByRole('heading', { name: heading }).waitFor();
        expect(await accessibilityProblems(page)).toEqual([]);
        expect(await horizontalOverflow(page)).toBe(0);
        await page.getByRole('link', { name: 'same_number' }).first().click();
        await page.locator('#same_number:target').waitFor();
        await close();
      },
    );
  });
}
