import type { Browser, Locator } from 'playwright-core';
import { accessibilityProblems, horizontalOverflow } from './browser';
import { callPartner, type Handsets, type Shown, status, tapCall } from './handsets';
import { safetyWords } from './safety-words';

const REPORTS_PER_DAY = 20;

/** On Twilio Proxy in English, and on the own switchboard in Japanese: what an intercept stops, and what is answered with a text. */
export function describeSafety(browser: () => Browser, handsets: Handsets, language: 'ja' | 'en'): void {
  const words = safetyWords[language];

  describe(`where safety acts, in ${language}`, () => {
    let shown: Shown;
    const text = async (phone: Locator, body: string) => {
      await phone.getByLabel(words.text.body, { exact: true }).fill(body);
      await phone.getByRole('button', { name: words.text.send, exact: true }).click();
    };
    /** After a call its number stands in the field for texts. */
    const callAndHangUp = async ({ buyersPhone, sellersPhone }: Shown) => {
      await callPartner(buyersPhone, sellersPhone);
      await buyersPhone.getByRole('button', { name: words.hangUp }).click();
      await Promise.all([status(buyersPhone, 'idle'), status(sellersPhone, 'idle')]);
      await buyersPhone.getByText(words.text.title, { exact: true }).click();
    };
    /** As the operators see it. */
    const reportBy = async (userId: string) => {
      const look = <Data>(body: object) =>
        handsets.ask<Data>('/ops/reports', handsets.stack.keys.apiKey, body);
      const { reports } = await look<{ reports: { reportId: string; userId: string }[] }>({ action: 'list' });
      const found = reports.find((report) => report.userId === userId);
      return look<object>({ action: 'show', reportId: found?.reportId });
    };
    const openTools = (phone: Locator) => phone.getByText(words.tools).click();

    beforeEach(async () => {
      shown = await handsets.show(browser(), words.look);
    });
    const problems = async ({ page }: Shown) => [
      ...(await accessibilityProblems(page)),
      ...((await horizontalOverflow(page)) > 0 ? ['wider than its window'] : []),
    ];
    afterEach(() => handsets.close());

    it('tells the sender that a text was rejected, and shows the partner nothing of it', async () => {
      const { buyersPhone, sellersPhone } = shown;
      await callAndHangUp(shown);
      await text(buyersPhone, 'LINE ID: sakura_01, 090-0000-1234');
      await buyersPhone.getByText(words.rejected).waitFor();
      expect(await problems(shown)).toEqual([]);
      await text(buyersPhone, '10分遅れます');
      await sellersPhone.locator('.text.received').waitFor();
      expect(await sellersPhone.getByRole('log').textContent()).not.toContain('sakura_01');
    });

    it('pauses who keeps trying: the number and the button no longer connect, and the button says why', async () => {
      const { page, buyersPhone, sellersPhone } = shown;
      await callAndHangUp(shown);
      for (const count of [1, 2, 3]) {
        await text(buyersPhone, `090-0000-123${count}`);
        await buyersPhone
          .getByText(words.rejected)
          .nth(count - 1)
          .waitFor();
      }
      await tapCall(buyersPhone);
      await buyersPhone.getByText(words.pausedCall).waitFor();
      await page.reload();
      await tapCall(buyersPhone);
      await buyersPhone.getByText(words.paused).waitFor();
      expect(await problems(shown)).toEqual([]);
      expect(await sellersPhone.locator('.text.received').count()).toBe(0);
    });

    it('blocks at once, tells only who did, and takes it back', async () => {
      const { buyersPhone, sellersPhone } = shown;
      await callAndHangUp(shown);
      await openTools(buyersPhone);
      await buyersPhone.getByRole('button', { name: words.block }).click();
      await buyersPhone.getByText(words.blocked).waitFor();
      await tapCall(sellersPhone);
      await sellersPhone.getByText(words.unreachable).waitFor();
      expect(await problems(shown)).toEqual([]);
      await buyersPhone.getByRole('button', { name: words.unblock }).click();
      await buyersPhone.getByText(words.unblocked).waitFor();
      await callPartner(sellersPhone, buyersPhone);
    });

    it('hands a report with its words to the operators, and can block with it', async () => {
      const { buyersPhone, buyer } = shown;
      await openTools(buyersPhone);
      await buyersPhone.getByLabel(words.reason).selectOption('no_show');
      await buyersPhone.getByLabel(words.details).fill('来ませんでした');
      await buyersPhone.getByLabel(words.andBlock).check();
      await buyersPhone.getByRole('button', { name: words.report }).click();
      await buyersPhone.getByText(words.reported).waitFor();
      await tapCall(buyersPhone);
      await buyersPhone.getByText(words.peerBlocked).waitFor();
      expect(await problems(shown)).toEqual([]);
      expect(await reportBy(buyer.id)).toMatchObject({ reason: 'no_show', text: '来ませんでした' });
    });

    it('says why a report is not taken', async () => {
      const { buyersPhone, buyer } = shown;
      const file = () => handsets.ask('/reports', buyer.ticket, { reason: 'other' });
      for (let count = 0; count < REPORTS_PER_DAY; count += 1) await file();
      await openTools(buyersPhone);
      await buyersPhone.getByRole('button', { name: words.report }).click();
      await buyersPhone.getByText(words.tooManyReports).waitFor();
    });
  });
}
