import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { written } from '../../scripts/demo/phones';
import type { LocalUser } from '../../scripts/local/users';
import { accessibilityProblems, horizontalOverflow } from './browser';
import { callPartner, type Handsets, status } from './handsets';

export function describePhones(browser: () => Browser, handsets: Handsets): void {
  describe('the page with two handsets', () => {
    let page: Page;
    let buyersPhone: Locator;
    let sellersPhone: Locator;
    let buyer: LocalUser;
    let seller: LocalUser;

    async function show(options: BrowserContextOptions = {}) {
      ({ page, buyersPhone, sellersPhone, buyer, seller } = await handsets.show(browser(), options));
    }
    const call = () => callPartner(buyersPhone, sellersPhone);
    afterEach(() => handsets.close());

    it('plays a call: the button dials, the other phone rings with its own proxy number, they talk and hang up', async () => {
      await show();
      await call();
      await status(buyersPhone, 'dialling');
      expect(await sellersPhone.locator('.caller-id').textContent()).toMatch(/^050-3100-000\d$/);
      expect(await sellersPhone.getByRole('alert').textContent()).toContain('はるとさんの電話に着信です');
      await sellersPhone.getByRole('button', { name: '応答' }).click();
      await Promise.all([status(buyersPhone, 'in-call'), status(sellersPhone, 'in-call')]);
      await buyersPhone.getByRole('button', { name: '5 を押す' }).click();
      await buyersPhone.getByRole('button', { name: '切る' }).click();
      await Promise.all([status(buyersPhone, 'idle'), status(sellersPhone, 'idle')]);
      expect(await buyersPhone.getByRole('log').textContent()).toMatch(/発信 050-3100-000\d · 通話/);
      expect(await sellersPhone.textContent()).not.toContain(written(buyer.phone));
      expect(await buyersPhone.textContent()).not.toContain(written(seller.phone));
    });

    it('keeps the focus on the phone when it rings, is answered and hung up with the keyboard', async () => {
      await show();
      await call();
      await sellersPhone.getByRole('button', { name: '応答' }).press('Enter');
      await status(sellersPhone, 'in-call');
      const hangUp = sellersPhone.getByRole('button', { name: '切る' });
      expect(await hangUp.evaluate((element) => element.matches(':focus'))).toBe(true);
      await hangUp.press('Enter');
      await status(sellersPhone, 'idle');
    });

    it('can decline, and tells both sides what became of the call', async () => {
      await show();
      await call();
      await sellersPhone.getByRole('button', { name: '拒否' }).click();
      await status(buyersPhone, 'idle');
      expect(await sellersPhone.getByRole('log').textContent()).toContain('拒否しました');
      expect(await buyersPhone.getByRole('log').textContent()).toMatch(/話し中|応答なし/);
    });

    it('dials what is typed, and withholds the number when asked to', async () => {
      await show();
      await buyersPhone.getByText('ダイヤル').click();
      await buyersPhone.getByLabel('電話番号').fill('050-3100-000');
      await buyersPhone.getByRole('button', { name: '4 を押す' }).click();
      await buyersPhone.getByLabel('番号を通知しない').check();
      await buyersPhone.getByRole('button', { name: '発信' }).click();
      await buyersPhone.locator('.caller-id', { hasText: '050-3100-0004' }).waitFor();
      const { simulator } = handsets.stack;
      expect([...simulator.twilio.calls.records].at(-1)).toMatchObject({
        to: '+815031000004',
        from: '+266696687',
      });
    });

    it('shows who withholds the number, a recording, what is spoken, and a real number that should not show', async () => {
      const call = { callSid: 'CA0', direction: 'incoming', since: 0, answeredAt: null, isRecorded: true };
      const heard = [{ kind: 'say', text: '<i>録音します</i>', language: 'ja-JP', at: 1, callSid: 'CA0' }];
      const state = (number: string, other: string) =>
        `event: handset\ndata: ${JSON.stringify({ number, status: 'ringing', call: { ...call, other }, heard, texts: [], calls: [], mailbox: [] })}\n\n`;
      await show();
      await page.route('**/_phones/events', (route) =>
        route.fulfill({
          contentType: 'text/event-stream',
          body: state(buyer.phone, 'anonymous') + state(seller.phone, buyer.phone),
        }),
      );
      await page.reload();
      await sellersPhone.getByText('相手の本当の番号が見えています').waitFor();
      expect(await buyersPhone.locator('.caller-id').textContent()).toBe('非通知');
      expect(await buyersPhone.locator('.shield').textContent()).toBe('相手の番号は隠れています');
      expect(await buyersPhone.getByText('録音中').isVisible()).toBe(true);
      expect(await buyersPhone.locator('.heard[lang=ja-JP]').textContent()).toBe('音声案内<i>録音します</i>');
    });

    it('sends a text through the proxy number and shows it as text, not as markup', async () => {
      await show();
      const { tel } = await handsets.ask<{ tel: string }>('/connect', buyer.ticket);
      await buyersPhone.getByText('SMS').click();
      await buyersPhone.getByLabel('宛先').fill(tel);
      await buyersPhone.getByLabel('本文').fill('<b>着きました</b>');
      await buyersPhone.getByRole('button', { name: '送信' }).click();
      const received = sellersPhone.locator('.text.received');
      await received.waitFor();
      expect(await received.textContent()).toMatch(/^050-3100-000\d から<b>着きました<\/b>$/);
    });

    it('says what cannot be done, and that the simulator is gone', async () => {
      await show();
      await call();
      const refusal = { problem: 'not_ringing', message: 'This phone is not ringing.' };
      await page.route('**/answer', (route) => route.fulfill({ status: 409, json: refusal }));
      await sellersPhone.getByRole('button', { name: '応答' }).click();
      await sellersPhone.getByText('この電話は鳴っていません。').waitFor();
      await sellersPhone.getByRole('button', { name: '拒否' }).click();
      await status(buyersPhone, 'idle');
      await page.route('**/_phones/events', (route) => route.abort());
      await page.reload();
      await page.getByText('シミュレーターとの接続が切れました').waitFor();
    });

    it('shows webhooks and calls of the API as they happen, and can leave kinds out', async () => {
      await show();
      const entry = (name: string) => page.locator('.entries li', { hasText: `/${name}/` });
      const add = (kind: 'webhook' | 'redis', target: string, code: number, note = '') =>
        handsets.stack.simulator.twilio.log.add({
          ...{ at: Date.now(), kind, method: 'POST', ms: 12.4 },
          target: `http://127.0.0.1:3000/${target}`,
          status: code,
          note,
        });
      add('redis', 'unknown/evalsha', 400, 'NOSCRIPT');
      add('redis', 'asked/evalsha', 200);
      add('webhook', 'refused/proxy/intercept', 403);
      add('webhook', 'silent/proxy/intercept', 0);
      add('webhook', 'newest/proxy/intercept', 200);
      await entry('newest').waitFor();
      expect(await entry('newest').locator('.result').textContent()).toBe('通した');
      expect(await entry('silent').locator('.result').textContent()).toBe('確認できず通した');
      expect(await entry('unknown').locator('.result').textContent()).toBe('初回');
      expect(await entry('refused').locator('.result').textContent()).toBe('止めた');
      expect(await entry('asked').isVisible()).toBe(true);
      await page.getByLabel('Redis').uncheck();
      expect(await entry('asked').isVisible()).toBe(false);
      await page.reload();
      await entry('newest').waitFor();
    });

    it('says so where the numbers of the service cannot text', async () => {
      await show();
      await page.route('**/phones/config.json', async (route) => {
        const config = await (await route.fetch()).json();
        await route.fulfill({ json: { ...config, canText: false } });
      });
      await page.reload();
      await buyersPhone.getByText('SMS', { exact: true }).click();
      await buyersPhone.getByText('サービスの番号は通話専用').waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
    });

    it('is in English where the reader wants that', async () => {
      await show();
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('heading', { name: 'Two phones' }).waitFor();
      expect(await buyersPhone.getByRole('button', { name: 'Call', exact: true }).isVisible()).toBe(true);
    });

    it.each([
      ['light', 1400],
      ['dark', 400],
    ] as const)(
      'has no accessibility problem and fits its window (%s, %i wide)',
      async (colorScheme, width) => {
        await show({ colorScheme, viewport: { width, height: 900 } });
        await call();
        expect(await accessibilityProblems(page)).toEqual([]);
        expect(await horizontalOverflow(page)).toBe(0);
        await sellersPhone.getByRole('button', { name: '拒否' }).click();
        await status(buyersPhone, 'idle');
      },
    );
  });
}
