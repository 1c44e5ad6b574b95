import type { Handset } from '../../simulator/twilio/handsets/handset';
import type { TextEntry } from '../../simulator/twilio/handsets/state';
import type { Stage } from './stage';

const lure = { ja: 'LINEのIDはsakura_01です', en: 'My LINE ID is sakura_01' };

/** The buyer tries to go around the service; where numbers cannot text, there is nothing to stop. */
export async function rejectedText(stage: Stage): Promise<void> {
  if (!stage.stack.simulator.sms) return;
  const { narrator, buyer, seller } = stage;
  narrator.chapter({
    ja: `${buyer.name.ja}さんが、連絡先をSMSで送ります：「${lure.ja}」`,
    en: `${buyer.name.en} texts a way around the service: "${lure.en}"`,
  });
  const before = received(buyer.handset).length;
  buyer.handset.text(stage.tel, lure[narrator.language]);
  await buyer.handset.waitFor(({ texts }) => isRefused(texts) || received(buyer.handset).length > before);
  narrator.expect(!received(seller.handset).some(({ body }) => body.includes('sakura_01')), {
    ja: `${seller.name.ja}さんには届きません。`,
    en: `${seller.name.en} gets nothing of it.`,
  });
  if (stage.stack.context.SWITCHBOARD !== 'voice') return;
  const told = received(buyer.handset).at(-1)?.body ?? '';
  narrator.expect(/送信できません|not allowed/.test(told), {
    ja: `${buyer.name.ja}さんには、理由が届きます：「${told}」`,
    en: `${buyer.name.en} is told why: "${told}"`,
  });
}

/** The seller has had enough. */
export async function block(stage: Stage): Promise<void> {
  const { narrator, buyer, seller } = stage;
  narrator.chapter({
    ja: `${seller.name.ja}さんが、アプリで${buyer.name.ja}さんをブロックします。`,
    en: `${seller.name.en} blocks ${buyer.name.en} in the app.`,
  });
  await stage.app(seller, '/blocks', { action: 'add' });
  const { status, message } = await stage.app(buyer, '/connect');
  narrator.expect(status === 'error', {
    ja: `${buyer.name.ja}さんには、ブロックされたとは知らせず、番号も渡しません：「${message}」`,
    en: `${buyer.name.en} gets no number any more, and is not told of the block: "${message}"`,
  });
  const { status: own } = await stage.app(seller, '/connect');
  narrator.expect(own === 'error', {
    ja: `${seller.name.ja}さんからも、ブロックを解除するまで電話できません。`,
    en: `${seller.name.en} gets none either, until the block is taken back.`,
  });
}

function received(handset: Handset): TextEntry[] {
  return handset.state().texts.filter(({ direction }) => direction === 'received');
}

function isRefused(texts: readonly TextEntry[]): boolean {
  return texts.at(-1)?.isStopped === true;
}
