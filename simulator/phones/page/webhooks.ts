import { language } from './texts';

/** What each webhook of the Functions is about, by its path. */
const names = {
  '/proxy/intercept': { ja: 'この通話・SMSを通すか', en: 'May this call or text pass?' },
  '/proxy/callback': { ja: '通話・SMSの状況', en: 'Status of a call or text' },
  '/proxy/out-of-session': { ja: '該当する取引のない着信・SMS', en: 'No session for this call or text' },
  '/proxy/pin': { ja: '暗証番号の入力', en: 'PIN entered' },
  '/voice/incoming': { ja: '着信をどこへつなぐか', en: 'Where does this call go?' },
  '/voice/whisper': { ja: '受ける人への案内', en: 'Words for the one who answers' },
  '/voice/after-dial': { ja: '呼び出しの結果', en: 'How the call ended' },
  '/voice/pin': { ja: '暗証番号の入力', en: 'PIN entered' },
  '/voice/voicemail': { ja: '留守番電話', en: 'Voicemail' },
  '/qstash/warning': { ja: '終了1分前の案内', en: 'One minute left' },
  '/voice/recording': { ja: '録音の完了', en: 'Recording finished' },
  '/voice/status': { ja: '通話状況の通知', en: 'Call status' },
  '/messages/incoming': { ja: 'SMSをどこへ送るか', en: 'Where does this text go?' },
  '/messages/status': { ja: 'SMSの配信状況', en: 'Delivery of a text' },
} as const;

/** The name of the webhook that went to this URL. */
export function webhookName(url: string): string | undefined {
  const found = Object.entries(names).find(([path]) => url.endsWith(path));
  return found?.[1][language];
}
