import type { Browser, Locator, Page } from 'playwright-core';
import type { Simulator } from '../../simulator';
import { accessibilityProblems, horizontalOverflow, type OpenPage, open } from './browser';
import { describeGuidedCall } from './guided-call';
import { describeSafetyTools } from './safety-tools';
import { buyer, seller, startTwoPhones, type TwoPhones } from './two-phones';

export function describePhones(browser: () => Browser): void {
  describe('the page with two handsets', () => {
    let simulator: Simulator;
    let opened: OpenPage;
    let page: Page;
    let buyersPhone: Locator;
    let sellersPhone: Locator;
    let phones: TwoPhones;

    beforeAll(async () => {
      phones = await startTwoPhones();
      simulator = phones.simulator;
    });
    afterAll(() => phones.stop());

    async function show(options = {}) {
      opened = await open(browser(), `${simulator.url}/phones`, {
        viewport: { width: 1400, height: 900 },
        ...options,
      });
      page = opened.page;
      [buyersPhone, sellersPhone] = [
        page.getByRole('region', { name: 'さくら' }),
        page.getByRole('region', { name: '健太' }),
      ];
      await sellersPhone.locator('.status').waitFor();
    }
    const status = (phone: Locator, name: string) =>
      phone.and(page.locator(`[data-status=${name}]`)).waitFor();

    async function call() {
      await buyersPhone
        .getByRole('button', { name: '電話する' })
        .or(buyersPhone.getByRole('link'))
        .first()
        .click();
      await status(sellersPhone, 'ringing');
    }

    afterEach(async () => {
      expect(opened.errors).toEqual([]);
      await opened.close();
    });

    it('plays a call: the button dials, the other phone rings with its own proxy number, they talk and hang up', async () => {
      await show();
      await call();
      await status(buyersPhone, 'dialling');
      expect(await sellersPhone.locator('.caller-id').textContent()).toBe('050-3100-0001');
      expect(await sellersPhone.getByRole('alert').textContent()).toContain('健太さんの電話に着信です');
      await sellersPhone.getByRole('button', { name: '応答' }).click();
      await Promise.all([status(buyersPhone, 'in-call'), status(sellersPhone, 'in-call')]);
      await buyersPhone.getByRole('button', { name: '5 を押す' }).click();
      await buyersPhone.getByRole('button', { name: '切る' }).click();
      await Promise.all([status(buyersPhone, 'idle'), status(sellersPhone, 'idle')]);
      expect(await buyersPhone.getByRole('log').textContent()).toContain('発信 050-3100-0000 · 通話');
      expect(await sellersPhone.textContent()).not.toContain('090-1234-5678');
      expect(await buyersPhone.textContent()).not.toContain('080-8765-4321');
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
      await buyersPhone.getByText('発信 050-3100-0004').waitFor();
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

    const shown = () => ({ page, buyersPhone, sellersPhone, ...phones });
    describeGuidedCall(shown, show);
    describeSafetyTools(shown, show);

    it('sends a text through the proxy number and shows it as text, not as markup', async () => {
      await show();
      await buyersPhone.getByText('SMS').click();
      await buyersPhone.getByLabel('宛先').fill(simulator.numbers[0] ?? '');
      await buyersPhone.getByLabel('本文').fill('<b>着きました</b>');
      await buyersPhone.getByRole('button', { name: '送信' }).click();
      const received = sellersPhone.locator('.text.received');
      await received.waitFor();
      expect(await received.textContent()).toBe('050-3100-0001 から<b>着きました</b>');
    });

    it('says what cannot be done, and that the simulator is gone', async () => {
      await show();
      await call();
      await page.route('**/answer', (route) =>
        route.fulfill({ status: 409, json: { message: 'Nothing rings.' } }),
      );
      await sellersPhone.getByRole('button', { name: '応答' }).click();
      await sellersPhone.getByText('Nothing rings.').waitFor();
      await sellersPhone.getByRole('button', { name: '拒否' }).click();
      await status(buyersPhone, 'idle');
      await page.route('**/_phones/events', (route) => route.abort());
      await page.reload();
      await page.getByText('シミュレーターとの接続が切れました').waitFor();
    });

    it('shows webhooks and calls of the API as they happen, and can leave kinds out', async () => {
      await show();
      const newest = page.locator('.entries').getByText('POST /newest/proxy/intercept');
      const redis = page.locator('.entries [data-kind=redis]').first();
      const add = (kind: 'webhook' | 'redis', target: string, code: number) =>
        simulator.twilio.log.add({ at: Date.now(), kind, method: 'POST', target, status: code, ms: 12.4 });
      add('redis', '/ evalsha', 200);
      add('webhook', 'http://127.0.0.1:3000/proxy/intercept', 403);
      add('webhook', 'http://127.0.0.1:3000/proxy/intercept', 0);
      add('webhook', 'http://127.0.0.1:3000/newest/proxy/intercept', 200);
      await newest.waitFor();
      expect(await page.locator('.entries .result').first().textContent()).toBe('通した');
      expect(await page.locator('.entries .result').nth(1).textContent()).toBe('確認できず通した');
      expect(await page.locator('.entries .result').nth(2).textContent()).toBe('止めた');
      expect(await redis.isVisible()).toBe(true);
      await page.getByLabel('Redis').uncheck();
      expect(await redis.isVisible()).toBe(false);
      await page.reload();
      await newest.waitFor();
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
