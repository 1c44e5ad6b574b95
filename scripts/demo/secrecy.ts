import { numbersIn } from '../scan';
import type { Stage } from './stage';

/** What was said and written, searched for real numbers after the play. @param log all that the runtime printed */
export function checkSecrecy(stage: Stage, log: string): void {
  const { narrator, buyer, seller, stranger, answers } = stage;
  const both = [buyer.phone, seller.phone];
  narrator.chapter({
    ja: '最後に、本当の番号がどこかに出ていないかを調べます。',
    en: 'Finally: did a real number show anywhere?',
  });
  const onPhones = [
    ...numbersIn(JSON.stringify(buyer.handset.state()), [seller.phone]),
    ...numbersIn(JSON.stringify(seller.handset.state()), [buyer.phone]),
    ...numbersIn(JSON.stringify(stranger.state()), both),
  ];
  narrator.expect(onPhones.length === 0, {
    ja: '相手の電話には、一度も表示されていません。',
    en: "Never on anybody else's phone.",
  });
  narrator.expect(answers.length > 0 && numbersIn(answers.join('\n'), both).length === 0, {
    ja: `アプリへの${answers.length}件の応答には、含まれていません。`,
    en: `In none of the ${answers.length} answers to the apps.`,
  });
  const lines = log.split('\n').filter((line) => line !== '');
  narrator.expect(lines.length > 0 && numbersIn(log, both).length === 0, {
    ja: `${lines.length}行のログには、含まれていません。`,
    en: `In none of the ${lines.length} lines of the log.`,
  });
}
