import type { PhoneProblem } from '../../twilio/handsets/phone-error';
import { language } from './texts';

const ja: Readonly<Record<PhoneProblem, string>> = {
  busy: 'この電話は通話中です。',
  not_ringing: 'この電話は鳴っていません。',
  no_call: '切る通話がありません。',
  wrong_key: '押せるのは 0〜9、*、# だけです。',
  no_keypad: '通話中だけ押せます。',
  empty_text: '本文がありません。',
  no_words: '話すことがありません。',
  nobody_listens: 'いまは、だれにも聞こえません。',
};

/** Why a phone cannot do something, in Japanese; undefined where the answer's own English will do. */
export function problemText(problem: unknown): string | undefined {
  if (language !== 'ja') return undefined;
  return Object.entries(ja).find(([name]) => name === problem)?.[1];
}
