import type { Browser, Locator } from 'playwright-core';
import { waitUntil } from '../../scripts/demo/phones';
import { accessibilityProblems } from './browser';
import { callPartner, type Handsets, press, status } from './handsets';

export function describeGuidedCall(browser: () => Browser, handsets: Handsets): void {
  describe('in a call that TwiML guides', () => {
    const say = async (phone: Locator, words: string) => {
      await phone.getByLabel('通話で話すこと').fill(words);
      await phone.getByRole('button', { name: '話す' }).click();
    };
    afterEach(() => handsets.close());

    it('shows who speaks, asks for a key, and lights up while it is recorded', async () => {
      const { page, buyersPhone, sellersPhone } = await handsets.show(browser());
      await callPartner(buyersPhone, sellersPhone);
      await buyersPhone.getByText('音声案内お取引相手におつなぎします。').waitFor();
      await sellersPhone.getByRole('button', { name: '応答' }).click();
      await sellersPhone
        .getByText('音声案内（あなただけに聞こえます）お取引相手からのお電話です。')
        .waitFor();
      expect(await buyersPhone.getByText('録音中').isVisible()).toBe(false);
      await press(sellersPhone, '1');
      await Promise.all([
        buyersPhone.getByText('録音中').waitFor(),
        sellersPhone.getByText('録音中').waitFor(),
      ]);
      await say(buyersPhone, '着きました');
      await sellersPhone.getByText('相手着きました').waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
    });

    it('tells both when a minute is left, and goes on', async () => {
      const { page, buyersPhone, sellersPhone, buyer } = await handsets.show(browser());
      const { qstash, telephony, twilio } = handsets.stack.simulator;
      await callPartner(buyersPhone, sellersPhone);
      await sellersPhone.getByRole('button', { name: '応答' }).click();
      await sellersPhone.getByText('1を押してください').waitFor();
      await press(sellersPhone, '1');
      const callSid = telephony.handset(buyer.phone).state().call?.callSid ?? 'no call';
      await waitUntil(() => qstash.messages.some(({ body }) => body.includes(callSid)));
      await twilio.clock.advance(59 * 60);
      for (const phone of [buyersPhone, sellersPhone])
        await phone.getByText('音声案内あと1分ほどで、この通話は終了します。').waitFor();
      await say(sellersPhone, '急ぎます');
      await buyersPhone.getByText('相手急ぎます').waitFor();
      expect(await accessibilityProblems(page)).toEqual([]);
    });

    it('keeps what a caller says after the tone in the mailbox, as text and not as markup', async () => {
      const { page, buyersPhone, sellersPhone } = await handsets.show(browser());
      await callPartner(buyersPhone, sellersPhone);
      const shown = await sellersPhone.locator('.caller-id').textContent();
      await sellersPhone.getByRole('button', { name: '拒否' }).click();
      await buyersPhone.getByText('♪ 発信音').waitFor();
      await say(buyersPhone, '<b>また電話します</b>');
      await press(buyersPhone, '#');
      await buyersPhone.getByText('伝言をお預かりしました。').waitFor();
      await sellersPhone.getByText('留守番電話 1件').click();
      const message = await sellersPhone.locator('.voicemails li').textContent();
      expect(message).toMatch(new RegExp(`· ${shown} · \\d+秒<b>また電話します</b>$`));
      expect(await accessibilityProblems(page)).toEqual([]);
    });

    it('joins who hides the number after the keys of the PIN', async () => {
      const { buyersPhone, sellersPhone, buyer } = await handsets.show(browser());
      const { tel, pin } = await handsets.ask<{ tel: string; pin: string }>('/connect', buyer.ticket);
      await buyersPhone.getByText('ダイヤル').click();
      await buyersPhone.getByLabel('電話番号').fill(tel);
      await buyersPhone.getByLabel('番号を通知しない').check();
      await buyersPhone.getByRole('button', { name: '発信' }).click();
      await buyersPhone.getByText('6桁の暗証番号を押してください').waitFor();
      await press(buyersPhone, pin);
      await status(sellersPhone, 'ringing');
    });
  });
}
