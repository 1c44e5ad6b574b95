import type { ReportReason } from '../../../src/masking/reports';
import { language } from './texts';

const ja = {
  summary: '通報・ブロック',
  block: (name: string) => `${name}さんをブロック`,
  unblock: (name: string) => `${name}さんのブロックを解除`,
  blocked: 'ブロックしました。相手には通知されません。',
  unblocked: 'ブロックを解除しました。',
  reason: '理由',
  words: '詳しい状況（1,000文字まで）',
  andBlock: 'この相手をブロックする',
  report: '通報する',
  reported: '通報を受け付けました。',
  failed: '送信できませんでした。',
  reasons: {
    direct_dealing: 'サービス外の取引に誘われた',
    contact_details: '連絡先を聞かれた・送られた',
    harassment: '迷惑行為・嫌がらせ',
    no_show: '約束の場所に来なかった',
    fraud: '詐欺の疑い',
    other: 'その他',
  } satisfies Record<ReportReason, string>,
};

const en: typeof ja = {
  summary: 'Report or block',
  block: (name) => `Block ${name}`,
  unblock: (name) => `Unblock ${name}`,
  blocked: 'Blocked. The other side is not told.',
  unblocked: 'No longer blocked.',
  reason: 'Reason',
  words: 'What happened (up to 1,000 characters)',
  andBlock: 'Block this user too',
  report: 'Send the report',
  reported: 'We have received your report.',
  failed: 'This could not be sent.',
  reasons: {
    direct_dealing: 'Wanted to deal outside the app',
    contact_details: 'Asked for or gave a contact',
    harassment: 'Harassment',
    no_show: 'Did not come to the meeting',
    fraud: 'Suspected fraud',
    other: 'Something else',
  },
};

export const safetyTexts: typeof ja = language === 'ja' ? ja : en;
