import type { Locator } from 'playwright-core';
import { accessibilityProblems } from './browser';
import type { Shown } from './two-phones';

export function describeSafetyTools(shown: () => Shown, show: () => Promise<void>): void {
  describe('where safety acts', () => {
    const text = async (phone: Locator, to: string, body: string) => {
      await phone.getByText('SMS', { exact: true }).click();
      await phone.getByLabel('宛先').fill(to);
      await phone.getByLabel('本文').fill(body);
      await phone.getByRole('button', { name: '送信' }).click();
    };

    it('marks a text that the intercept stopped, and shows the partner nothing of it', async () => {
      await show();
      const { page, buyersPhone, sellersPhone } = shown();
      await text(buyersPhone, '050-3100-0000', '090-0000-1234に電話して');
      const sent = buyersPhone.locator('.text.sent', { hasText: '090-0000-1234' });
      await sent.getByText('相手に届いていません').waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(await sellersPhone.getByRole('log').textContent()).not.toContain('090-0000-1234');
    });

    it('shows the sender the notice that comes back, and the partner nothing', async () => {
      await show();
      const { buyersPhone, sellersPhone } = shown();
      await text(buyersPhone, '050-3200-0000', 'LINE IDはsakura_01です');
      await buyersPhone.locator('.text.received', { hasText: '送信できませんでした' }).waitFor();
      expect(await buyersPhone.locator('.text.received').last().textContent()).toContain(
        '050-3200-0000 から',
      );
      expect(await sellersPhone.getByRole('log').textContent()).not.toContain('sakura_01');
    });

    it('blocks and reports the partner, and shows why that was refused', async () => {
      await show();
      const { page, buyersPhone, sellersPhone } = shown();
      await buyersPhone.getByText('通報・ブロック').click();
      await buyersPhone.getByRole('button', { name: '健太さんをブロック' }).click();
      await buyersPhone.getByText('相手には通知されません').waitFor();
      await buyersPhone.getByRole('button', { name: '健太さんのブロックを解除' }).click();
      await buyersPhone.getByRole('button', { name: '健太さんをブロック' }).waitFor();
      await buyersPhone.getByLabel('理由').selectOption('no_show');
      await buyersPhone.getByLabel('詳しい状況').fill('来ませんでした');
      await buyersPhone.getByRole('button', { name: '通報する' }).click();
      await buyersPhone.getByText('通報を受け付けました').waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
      await buyersPhone.getByLabel('詳しい状況').fill('refuse');
      await buyersPhone.getByRole('button', { name: '通報する' }).click();
      await buyersPhone.getByText('通報の回数が上限').waitFor();
      expect(await sellersPhone.textContent()).not.toContain('ブロックしました');
    });
  });
}
