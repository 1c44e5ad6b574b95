import { hasTalked, talk, written } from './phones';
import type { Stage } from './stage';

/** The buyer taps the button and gets a number. */
export async function connect(stage: Stage): Promise<void> {
  const { narrator, buyer, seller } = stage;
  narrator.chapter({
    ja: `${buyer.name.ja}さん（買い手）がアプリの「電話する」を押します。`,
    en: `${buyer.name.en}, the buyer, taps the call button in the app.`,
  });
  const { status, data } = await stage.app(buyer, '/connect');
  stage.tel = data?.tel ?? '';
  stage.pin = data?.pin ?? '';
  narrator.expect(status === 'success' && stage.isProxyNumber(stage.tel), {
    ja: `アプリが受け取ったのは、${seller.name.ja}さんの番号ではなく、サービスの番号 ${written(stage.tel)} です。`,
    en: `What the app gets is not ${seller.name.en}'s number but one of the service: ${written(stage.tel)}.`,
  });
}

/** The buyer dials it; the seller answers. */
export async function call(stage: Stage): Promise<void> {
  const { narrator, buyer, seller } = stage;
  narrator.chapter({
    ja: `${buyer.name.ja}さんがその番号に電話をかけます。`,
    en: `${buyer.name.en} dials that number.`,
  });
  stage.shownToSeller = await talk(buyer.handset, seller.handset, stage.tel);
  narrator.expect(stage.isProxyNumber(stage.shownToSeller), {
    ja: `${seller.name.ja}さん（売り手）の電話が鳴り、サービスの番号 ${written(stage.shownToSeller)} が表示されます。`,
    en: `The phone of ${seller.name.en}, the seller, rings and shows a number of the service: ${written(stage.shownToSeller)}.`,
  });
  narrator.expect(hasTalked(buyer.handset) && hasTalked(seller.handset), {
    ja: 'ふたりは話をして、電話を切りました。',
    en: 'They talk and hang up.',
  });
}

/** The seller calls back the number that was shown. */
export async function callBack(stage: Stage): Promise<void> {
  const { narrator, buyer, seller } = stage;
  narrator.chapter({
    ja: `${seller.name.ja}さんが、着信履歴の番号にかけ直します。`,
    en: `${seller.name.en} calls back the number that was shown.`,
  });
  const shown = await talk(seller.handset, buyer.handset, stage.shownToSeller);
  narrator.expect(shown === stage.tel, {
    ja: `${buyer.name.ja}さんの電話が鳴り、さきほどと同じ ${written(shown)} が表示されます。`,
    en: `${buyer.name.en}'s phone rings and shows the number dialled before: ${written(shown)}.`,
  });
}

/** The deal is done. */
export async function cleanup(stage: Stage): Promise<void> {
  const { narrator, buyer } = stage;
  narrator.chapter({
    ja: '取引が終わり、つながりを閉じます。',
    en: 'The deal is done, and the line is closed.',
  });
  const { data } = await stage.app(buyer, '/cleanup');
  narrator.expect(data?.closed === 1, { ja: 'ひとつのつながりが閉じました。', en: 'One session is closed.' });
}
