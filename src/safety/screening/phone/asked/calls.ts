import { notEn } from './english';
import { any, asked, ja, type Pattern } from './pattern';
import { notJa } from './words';

/** Calls inside the app, calls of others, and refusals. */
const notCall = ja(
  `${notJa.source}|アプリ|この画面|ここの電話|電話線|電話台|ビデオ|受付|会社|メーカー|業者|配達|イベント|レッスンは|お稽古|コード|届か|しておりま|できない|出来ない|ごっこ|電話占い|電話帳|応対|練習|楽天|ドコモ|sim|親に|店に|お店|園に|園の|警察|管理|昨日|さっき|先ほど|出られ|出れ|苦手|にがて|嫌|きらい|むり|無理|勘弁|遠慮|なくて|不可`,
  'u',
);

/** Requests to call, or to send short messages, without a word of a number. */
export const calls: readonly Pattern[] = [
  {
    find: ja(
      `(?:${any('お?電話 おでんわ 直電 電わ')}|(?<![a-z])tel(?![a-z]))(?:で|口で|のほうが|の方が|が|のが|一本で)?[^。!?！？\\n]{0,8}?${any('話(?:そ|しません|したい|せます|せませ|せる[?？]|しましょ|させて|せたら) はな(?:そ|したい) お?話し?(?:たい|でき) 早い はやい 決めませ 詰め 打ち合わせ していい して(?:も)?(?:いい|よい|良い|ええ|大丈夫) していただ していただけ しといて してね してな してや してくれ してくださ(?!らな) 待って(?:ま|る) まって(?:ま|る) ちょうだい 頼む お待ちし')}`,
    ),
    unless: notCall,
    ...asked,
  },
  {
    find: ja(
      `${any('ワンコール ワン切り ワンギリ 着信 着歴 ちゃくれき')}(?:を|だけ|で)?[^。!?！？\\n]{0,4}?${any('ください くれ 残し 入れて して(?!い) お願い おねがい 鳴らし')}`,
    ),
    unless: notCall,
    ...asked,
  },
  {
    find: ja(
      `(?:(?<![a-z])sms|${any('ショートメール ショートメッセージ ショトメ ショーメ ショーメール プラスメッセージ')})(?:で|に|を|が)?[^。!?！？\\n]{0,6}?${any('送(?:って|り(?:たい|ます)|る(?:ね|わ|から|ので)) くださ くれ 飛ばし やり取り やりとり 打(?:つ|って|ちます) いい(?:です)?か 連絡 もらえ でも')}`,
    ),
    unless: notCall,
    ...asked,
  },
  {
    find: /(?<![a-z])(?:give|gimme) (?:me |us |my [a-z]+ )?a (?:quick )?(?:call|ring|bell|buzz|tinkle)(?![a-z])|(?<![a-z])(?:text|sms|ring|phone|dial|buzz) (?:me|us|my [a-z]+) (?:at|on|when|if|before|after|tonight|tomorrow|instead|directly|direct|once|later|anytime|any time)(?![a-z])|(?<![a-z])(?:can|could|shall|may|should) (?:i|we) (?:just |quickly )?(?:call|ring|phone|text|sms) (?:you|u|ya|each other)(?![a-z])|(?<![a-z])(?:talk|speak|chat|sort it|explain) (?:to you )?(?:on|over|by) (?:the )?(?:phone|voice)(?![a-z])|(?<![a-z])call me (?:at|on|tonight|instead|directly|direct|anytime)(?![a-z])/gu,
    unless: new RegExp(
      `${notEn.source}|(?<![a-z])app(?![a-z])|don't|never|button|means|idiom|isn't|platform|video`,
      'u',
    ),
    ...asked,
  },
];
