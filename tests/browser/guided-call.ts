import type { Locator } from 'playwright-core';
import { accessibilityProblems } from './browser';
import { buyer, type Shown, seller } from './two-phones';

export function describeGuidedCall(shown: () => Shown, show: () => Promise<void>): void {
  describe('in a call that TwiML guides', () => {
    const say = async (phone: Locator, words: string) => {
      await phone.getByLabel('通話で話すこと').fill(words);
      await phone.getByRole('button', { name: '話す' }).click();
    };

    it('shows who speaks, the recording light and the mailbox', async () => {
      await show();
      const { page, buyersPhone, sellersPhone, simulator, functionsUrl } = shown();
      const number = simulator.plainNumbers[0] ?? '';
      const twiml = `<Response><Say language="ja-JP">録音します。</Say><Start><Recording/></Start>
        <Dial callerId="${number}"><Number url="${functionsUrl}/whisper">${seller.phone}</Number></Dial>
        <Record/></Response>`;
      simulator.telephony.rest.placeCall({ from: number, to: buyer.phone, twiml });
      await buyersPhone.getByRole('button', { name: '応答' }).click();
      await sellersPhone.getByRole('button', { name: '応答' }).click();
      await sellersPhone.getByText('録音中').waitFor();
      expect(await buyersPhone.locator('.heard.say').textContent()).toBe('音声案内録音します。');
      const whispered = await sellersPhone.locator('.heard.say').textContent();
      expect(whispered).toBe('音声案内（あなただけに聞こえます）マーケットからのお電話です。');
      await say(buyersPhone, '着きました');
      await sellersPhone.getByText('着きました').waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
      await sellersPhone.getByRole('button', { name: '切る' }).click();
      await buyersPhone.getByText('♪ 発信音').waitFor();
      await say(buyersPhone, '<b>また電話します</b>');
      await buyersPhone.getByRole('button', { name: '切る' }).click();
      await sellersPhone.getByText('留守番電話 1件').click();
      const message = await sellersPhone.locator('.voicemails li').textContent();
      expect(message).toMatch(/· 050-3200-0000 · 1秒<b>また電話します<\/b>$/);
      expect(await accessibilityProblems(page)).toEqual([]);
    });
  });
}
