import type { Handset } from '../../simulator/twilio/handsets/handset';
import type { HandsetState } from '../../simulator/twilio/handsets/state';
import type { Recording } from '../../simulator/twilio/model';
import { speak, waitUntil } from './phones';
import type { Stage } from './stage';

const idle = ({ status }: { status: string }) => status === 'idle';

/** The call before this one was recorded; both had been told. */
export async function recording(stage: Stage): Promise<void> {
  const { narrator, buyer, seller } = stage;
  narrator.chapter({ ja: 'いまの通話は録音されていました。', en: 'That call was recorded.' });
  const told = [buyer, seller].every(({ handset }) =>
    handset.state().heard.some(({ text }) => /録音されます|will be recorded/.test(text)),
  );
  narrator.expect(told, {
    ja: 'ふたりとも、話す前に「録音されます」と聞いています。',
    en: 'Both had heard so before they talked.',
  });
  const kept = recordingsOf(stage).filter(({ source }) => source === 'StartCallRecordingAPI');
  const words = kept.flatMap((one) => one.words).join();
  narrator.expect(
    kept.length === 1 && kept[0]?.channels === 2 && words.includes('もしもし') && !/押して|press/.test(words),
    {
      ja: '録音されたのは、ふたりの会話だけです。',
      en: 'What was recorded is their conversation, and nothing before it.',
    },
  );
}

/** They talk for too long. */
export async function timeLimit(stage: Stage): Promise<void> {
  const { narrator, buyer, seller } = stage;
  const { clock } = stage.stack.simulator.twilio;
  narrator.chapter({ ja: '長電話をして、9分が過ぎます。', en: 'They talk on and on; nine minutes pass.' });
  const { callSid } = buyer.handset.call(stage.tel);
  await seller.handset.waitFor(({ status }) => status === 'ringing');
  seller.handset.answer();
  await speak(buyer.handset, seller.handset);
  await waitUntil(() => stage.stack.simulator.qstash.messages.some(({ body }) => body.includes(callSid)));
  await clock.advance(9 * 60);
  await Promise.all([buyer, seller].map(({ handset }) => handset.waitFor(isWarned)));
  const words = wordsOf(buyer.handset, callSid);
  narrator.expect(/10分まで|10 minutes/.test(words[0] ?? ''), {
    ja: `はじめに案内されます：「${words[0]}」`,
    en: `It was said at the beginning: "${words[0]}"`,
  });
  narrator.expect(words.length === 2, {
    ja: `ふたりとも、1分前の案内を聞きます：「${words.at(-1)}」`,
    en: `A minute before the end, both hear: "${words.at(-1)}"`,
  });
  await speak(buyer.handset, seller.handset);
  await clock.advance(55);
  const ended = await Promise.all([buyer, seller].map(({ handset }) => handset.waitFor(idle)));
  narrator.expect(
    ended.every(({ calls }) => calls.at(-1)?.outcome === 'answered'),
    {
      ja: 'ふたりは急いで話し、10分たつ前に通話が終わりました。',
      en: 'They hurry, and the call has ended before ten minutes are over.',
    },
  );
}

const isWarned = ({ heard }: HandsetState) =>
  heard.some(({ text }) => /あと1分ほどで|in about one minute/.test(text));

/** What was said to a phone in one call, by nobody at the other end. */
function wordsOf(handset: Handset, callSid: string): string[] {
  const { heard } = handset.state();
  return heard.filter((entry) => entry.callSid === callSid && entry.kind === 'say').map(({ text }) => text);
}

/** The seller does not answer. */
export async function voicemail(stage: Stage): Promise<void> {
  const { narrator, buyer, seller } = stage;
  narrator.chapter({
    ja: `もう一度かけますが、${seller.name.ja}さんは出ません。${buyer.name.ja}さんは伝言を残します。`,
    en: `Another call, but ${seller.name.en} does not answer. ${buyer.name.en} leaves a message.`,
  });
  const { callSid } = buyer.handset.call(stage.tel);
  await seller.handset.waitFor(({ status }) => status === 'ringing');
  await stage.stack.simulator.twilio.clock.advance(31);
  await buyer.handset.waitFor(({ heard }) =>
    heard.some((entry) => entry.callSid === callSid && entry.kind === 'tone'),
  );
  const message = { ja: '5分遅れます。', en: 'I am five minutes late.' }[narrator.language];
  buyer.handset.say(message);
  buyer.handset.press('#');
  await buyer.handset.waitFor(idle);
  const { mailbox } = await seller.handset.waitFor((state) => state.mailbox.length > 0);
  narrator.expect(mailbox.at(-1)?.words.join() === message && mailbox.at(-1)?.from === stage.shownToSeller, {
    ja: `${seller.name.ja}さんあての伝言が残りました：「${message}」`,
    en: `The message for ${seller.name.en} is kept: "${message}"`,
  });
}

function recordingsOf({ stack }: Stage): readonly Recording[] {
  return [...stack.simulator.twilio.recordings.records];
}
