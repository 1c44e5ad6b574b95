import { written } from './phones';
import type { Stage } from './stage';

const message = { ja: '着きました。改札の前にいます。', en: 'I am here, in front of the gate.' };

/** The buyer writes; it arrives where the session allows texts. */
export async function text(stage: Stage): Promise<void> {
  const { narrator, buyer } = stage;
  const body = message[narrator.language];
  narrator.chapter({
    ja: `${buyer.name.ja}さんがSMSを送ります：「${message.ja}」`,
    en: `${buyer.name.en} sends a text: "${message.en}"`,
  });
  const sent = buyer.handset.text(stage.tel, body);
  if (stage.stack.simulator.sms) await arrives(stage, body);
  else
    narrator.expect(sent.status === 'undelivered', {
      ja: 'この番号は通話専用なので、届きません。',
      en: 'It does not arrive: these numbers can only talk.',
    });
}

async function arrives({ narrator, seller, shownToSeller }: Stage, body: string): Promise<void> {
  const { texts } = await seller.handset.waitFor((state) => state.texts.length > 0);
  const received = texts.at(-1);
  narrator.expect(received?.body === body && received.other === shownToSeller, {
    ja: `${seller.name.ja}さんに、${written(shownToSeller)} から届きました。`,
    en: `${seller.name.en} gets it, from ${written(shownToSeller)}.`,
  });
}
