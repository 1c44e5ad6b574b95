import type { Handset } from '../../simulator/twilio/handsets/handset';
import { listen } from './phones';
import type { Stage } from './stage';

/** A stranger dials the buyer's number and guesses. */
export async function stranger(stage: Stage): Promise<void> {
  const { narrator, seller } = stage;
  narrator.chapter({
    ja: '知らない人が同じ番号にかけ、暗証番号を当てずっぽうで押します。',
    en: 'A stranger dials the same number and guesses a PIN.',
  });
  const before = callsOf(seller.handset);
  const wrong = String((Number(stage.pin) + 1) % 1_000_000).padStart(6, '0');
  const heard = await listen(stage.stranger, stage.tel, [wrong, wrong]);
  narrator.expect(/この番号は、現在おつなぎできません|cannot connect you/.test(heard), {
    ja: `聞こえたのは案内だけです：「${heard}」`,
    en: `Only notices are heard: "${heard}"`,
  });
  narrator.expect(callsOf(seller.handset) === before, {
    ja: 'だれの電話も鳴りません。',
    en: "Nobody's phone rings.",
  });
}

/** The buyer dials after the end. */
export async function lateCall(stage: Stage): Promise<void> {
  const { narrator, buyer, seller } = stage;
  narrator.chapter({
    ja: `あとになって、${buyer.name.ja}さんがもう一度かけます。`,
    en: `Later, ${buyer.name.en} dials once more.`,
  });
  const before = callsOf(seller.handset);
  const heard = await listen(buyer.handset, stage.tel);
  narrator.expect(/終了しました|has ended/.test(heard), {
    ja: `終了したと案内されます：「${heard}」`,
    en: `A voice says that it has ended: "${heard}"`,
  });
  narrator.expect(callsOf(seller.handset) === before, {
    ja: `${seller.name.ja}さんの電話は鳴りません。`,
    en: `${seller.name.en}'s phone does not ring.`,
  });
}

function callsOf(handset: Handset): number {
  return handset.state().calls.length;
}
