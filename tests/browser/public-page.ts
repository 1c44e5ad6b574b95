import type { Browser, Page } from 'playwright-core';
import { accessibilityProblems, horizontalOverflow, type OpenPage, open } from './browser';
import type { StubService } from './stub-service';

export function describePublicPage(browser: () => Browser, service: StubService): void {
  describe('the public page', () => {
    let opened: OpenPage;
    let page: Page;

    async function show(options = {}, hash = '') {
      opened = await open(browser(), `${service.url}/index.html${hash}`, options);
      page = opened.page;
      await page.locator('tel-button[state]').waitFor();
    }

    beforeEach(() => service.reset());
    afterEach(() => opened.close());

    it('is in the language of the browser and can be switched, which lasts', async () => {
      await show({ locale: 'en-US' });
      const heading = page.getByRole('heading', { level: 1 });
      expect(await heading.textContent()).toContain('Keep your number');
      await page.getByRole('button', { name: '日本語' }).click();
      expect(await heading.textContent()).toContain('番号を教えずに');
      expect(await page.locator('tel-button').getByRole('button').textContent()).toBe('電話する');
      await page.reload();
      expect(await heading.textContent()).toContain('番号を教えずに');
    });

    it('shows the button at work without asking any service', async () => {
      await show();
      await page.locator('tel-button').getByRole('button').click();
      await page.locator('tel-button[state=ready]').waitFor();
      await page.locator('tel-button').getByRole('link').click();
      expect(page.url()).toBe(`${service.url}/index.html`);
      expect(service.calls).toEqual([]);
    });

    it('uses a call ticket that is pasted, or that the link brings', async () => {
      await show();
      service.answer = {
        status: 401,
        body: { status: 'error', code: 'unauthorized', message: '認証に失敗しました' },
      };
      await page.getByText('通話チケットで試す').click();
      await page.getByLabel('サーバーで発行した通話チケット').fill(' pasted ');
      await page.getByRole('button', { name: '上のボタンで使う' }).click();
      await page.locator('tel-button').getByRole('button').click();
      await page.getByText('認証に失敗しました').waitFor();
      await opened.close();
      await show({}, '#ticket=linked');
      await page.locator('tel-button').getByRole('button').click();
      await page.locator('tel-button[state=failed]').waitFor();
      expect(service.calls.map(({ authorization }) => authorization)).toEqual([
        'Bearer pasted',
        'Bearer linked',
      ]);
      expect(await page.getByText('見本です').isVisible()).toBe(false);
    });

    it('gives two lines to copy that work with this service', async () => {
      await show({ permissions: ['clipboard-read', 'clipboard-write'] });
      await page.getByRole('button', { name: 'コピー' }).click();
      await page.getByText('コピーしました').waitFor();
      const copied = await page.evaluate<string>('navigator.clipboard.readText()');
      expect(copied).toBe(await page.locator('#snippet').textContent());
      service.blank = `<!doctype html><html lang="ja">${copied}`;
      await page.goto(`${service.url}/blank`);
      await page.locator('tel-button').getByRole('button').click();
      await service.called(1);
    });

    it.each([
      ['light', 1200],
      ['dark', 360],
    ] as const)(
      'has no accessibility problem and fits its window (%s, %i wide)',
      async (colorScheme, width) => {
        await show({ colorScheme, viewport: { width, height: 800 } });
        expect(await accessibilityProblems(page)).toEqual([]);
        await page.getByText('通話チケットで試す').click();
        await page.locator('tel-button').getByRole('button').click();
        await page.locator('tel-button[state=ready]').waitFor();
        expect(await accessibilityProblems(page)).toEqual([]);
        expect(await horizontalOverflow(page)).toBe(0);
      },
    );
  });
}
