import type { Browser, Locator, Page } from 'playwright-core';
import { accessibilityProblems, type OpenPage, open } from './browser';
import type { StubService } from './stub-service';

const ready = {
  status: 200,
  body: { status: 'success', data: { tel: '+815031000007', expiresAt: '2100-01-01T00:00:00Z' } },
};

export function describeTelButton(browser: () => Browser, service: StubService): void {
  describe('tel-button', () => {
    let opened: OpenPage;
    let page: Page;
    let host: Locator;
    const button = () => page.getByRole('button');
    const link = () => page.getByRole('link');
    const status = () => page.getByRole('status').textContent();
    const state = (name: string) => page.locator(`tel-button[state=${name}]`).waitFor();
    const events = () => page.evaluate<unknown[]>('events');

    async function show(attributes = '', label = '', options = {}) {
      service.blank = `<!doctype html><html lang="ja"><title>t</title><main><h1>t</h1>
        <script>events = []; for (const name of ['tel-ready', 'tel-failed'])
          addEventListener(name, ({ type, detail }) => events.push({ type, ...detail }));</script>
        <script type="module" src="/tel-button.js"></script>
        <tel-button endpoint="/connect" ticket="T1" ${attributes}>${label}</tel-button></main>`;
      opened = await open(browser(), `${service.url}/blank`, options);
      page = opened.page;
      host = page.locator('tel-button');
      await state('idle');
    }

    beforeEach(() => service.reset());
    afterEach(() => opened.close());

    it('starts as a button in the language of the page, of its own, or with the words it is given', async () => {
      await show();
      expect(await button().textContent()).toBe('電話する');
      await host.evaluate((element) => element.setAttribute('lang', 'en-GB'));
      expect(await button().textContent()).toBe('Call');
      await opened.close();
      await show('', '出品者に電話');
      expect(await button().textContent()).toBe('出品者に電話');
      expect(await link().count()).toBe(0);
    });

    it('asks once with the ticket, says that it is connecting, and becomes a link to the number', async () => {
      await show();
      await button().dblclick();
      await state('connecting');
      expect(await button().getAttribute('aria-busy')).toBe('true');
      expect(await status()).toBe('接続しています…');
      const call = await service.called(1);
      expect(call).toMatchObject({ method: 'POST', authorization: 'Bearer T1', language: 'ja' });
      call.answer(ready.status, ready.body);
      await state('ready');
      expect(await link().getAttribute('href')).toBe('tel:+815031000007');
      expect(await status()).toBe('電話番号の準備ができました。');
      expect(await events()).toEqual([{ type: 'tel-ready', ...ready.body.data }]);
      expect(service.calls).toHaveLength(1);
    });

    it('can be used with the keyboard alone and keeps the focus', async () => {
      await show();
      service.answer = {
        status: 503,
        body: { status: 'error', code: 'pool_exhausted', message: '混雑しています' },
      };
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await state('failed');
      service.answer = ready;
      await page.keyboard.press('Space');
      await state('ready');
      expect(await link().evaluate((element) => element.matches(':focus'))).toBe(true);
    });

    it('shows the message of the answer and can be tried again', async () => {
      await show();
      service.answer = { status: 429, body: { status: 'error', code: 'quota', message: '本日の上限です' } };
      await button().click();
      await state('failed');
      expect(await status()).toBe('本日の上限です');
      expect(await button().textContent()).toBe('もう一度試す');
      service.answer = ready;
      await button().click();
      await state('ready');
      expect((await events()).map((event) => (event as { type: string }).type)).toEqual([
        'tel-failed',
        'tel-ready',
      ]);
      expect(await events()).toContainEqual({ type: 'tel-failed', code: 'quota', message: '本日の上限です' });
    });

    it.each([
      ['no JSON', '<html>'],
      ['no envelope', []],
      ['no number', { status: 'success', data: {} }],
      ['a script for a number', { status: 'success', data: { tel: 'javascript:alert(1)' } }],
      ['a number with more behind it', { status: 'success', data: { tel: '+815031000007,,1' } }],
    ])('makes no link of an answer with %s', async (_, body) => {
      await show();
      service.answer = { status: 200, body };
      await button().click();
      await state('failed');
      expect(await link().count()).toBe(0);
      expect(await status()).toContain('メッセージでやりとり');
      expect(await events()).toMatchObject([{ code: 'bad-answer' }]);
    });

    it('gives up after its time', async () => {
      await show('timeout-ms="100" lang="en"');
      await button().click();
      await state('failed');
      expect(await status()).toBe('Connecting took too long. Please try again.');
      expect(await events()).toMatchObject([{ code: 'timeout' }]);
    });

    it('says so without a network, and asks again once there is one', async () => {
      await show();
      await page.context().setOffline(true);
      await button().click();
      await state('failed');
      expect(await status()).toContain('インターネットに接続されていません');
      await page.context().setOffline(false);
      service.answer = ready;
      await button().click();
      await state('ready');
      expect(service.calls).toHaveLength(1);
    });

    it('asks nothing without a ticket', async () => {
      await show();
      await host.evaluate((element) => element.removeAttribute('ticket'));
      await button().click();
      await state('failed');
      expect(await events()).toMatchObject([{ code: 'no-ticket' }]);
      expect(service.calls).toEqual([]);
    });

    it('drops what is under way when it gets another ticket', async () => {
      await show();
      await button().click();
      const dropped = await service.called(1);
      await host.evaluate((element) => element.setAttribute('ticket', 'T2'));
      await state('idle');
      service.answer = ready;
      await button().click();
      await state('ready');
      expect(service.calls.map(({ authorization }) => authorization)).toEqual(['Bearer T1', 'Bearer T2']);
      await dropped.over;
      expect(await events()).toHaveLength(1);
    });

    it('starts over when the number has expired', async () => {
      await show();
      await page.clock.install();
      const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
      service.answer = {
        status: 200,
        body: { status: 'success', data: { tel: '+815031000007', expiresAt } },
      };
      await button().click();
      await state('ready');
      await page.clock.fastForward('01:00:00');
      await state('idle');
      expect(await link().count()).toBe(0);
    });

    it.each(['light', 'dark'] as const)(
      'has no accessibility problem in any state (%s)',
      async (colorScheme) => {
        await show('', '', { colorScheme });
        expect(await accessibilityProblems(page)).toEqual([]);
        await button().click();
        await state('connecting');
        expect(await accessibilityProblems(page)).toEqual([]);
        (await service.called(1)).answer(ready.status, ready.body);
        await state('ready');
        expect(await accessibilityProblems(page)).toEqual([]);
        await opened.close();
        await show('', '', { colorScheme });
        service.answer = { status: 503, body: { status: 'error', code: 'c', message: '混雑しています' } };
        await button().click();
        await state('failed');
        expect(await accessibilityProblems(page)).toEqual([]);
      },
    );
  });
}
