import { hasTalked, speak, written } from './phones';
import type { Stage } from './stage';

/** The buyer calls from another phone, which hides its number, with the PIN. */
export async function otherPhone(stage: Stage): Promise<void> {
  const { narrator, buyer, seller, office, pin } = stage;
  narrator.chapter({
    ja: `${buyer.name.ja}さんが、会社の電話から非通知でかけ、アプリの暗証番号を押します。`,
    en: `${buyer.name.en} calls from an office phone that hides its number, and enters the PIN of the app.`,
  });
  office.call(stage.tel, { withhold: true });
  await office.waitFor(({ heard }) => heard.length > 0);
  office.press(pin);
  const { call } = await seller.handset.waitFor(({ status }) => status === 'ringing');
  narrator.expect(call?.other === stage.shownToSeller, {
    ja: `${seller.name.ja}さんの電話には、いつもと同じ ${written(call?.other ?? '')} が表示されます。`,
    en: `${seller.name.en}'s phone shows the same number as always: ${written(call?.other ?? '')}.`,
  });
  seller.handset.answer();
  await speak(office, seller.handset);
  seller.handset.hangUp();
  await office.waitFor(({ status }) => status === 'idle');
  narrator.expect(hasTalked(seller.handset), { ja: '話ができました。', en: 'They can talk.' });
}
