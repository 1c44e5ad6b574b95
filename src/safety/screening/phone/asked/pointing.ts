import { notEn } from './english';
import { any, asked, ja, type Pattern } from './pattern';
import { notJa } from './words';

/** Where a number can be written. */
const place = any(
  `写真 画像 枚目 箱 裏 底 メモ 名刺 シール タグ 付箋 納品書 領収書 伝票 送り状 プロフ 看板 チラシ ビラ 張り紙 貼り紙 レシート 紙 便箋 名簿 電話帳 動画 概要 玄関 軽トラ 作業着 ページ 頁 マップ 地図 グーグル 引き出し カード トレカ ポスト 包み 隅 端`,
);
const written = any(
  '書い 書き かい(?:て|と|た) 載 のっ のせ 見(?:れる|え) 印字 写[っりしるせ] 貼っ 刷っ 記し 忍ば 打て 打って うつと 出と? 出て 出ます',
);
const line = any(
  'お?電話 お?でんわ 携帯 ケータイ 11桁 十一桁 (?:11|十一)ケタ 直通 連絡先 (?:うち|私|わたし|わたくし|俺|店|会社|弊社|弊店|事務所|自分|ママ|奥さん?)の?(?:番号|ばんご[うー]|スマホ|数字)',
);
const use = any(
  'かけ(?!る(?:と|棒)|離) 掛け 鳴ら お?電話 お?でんわ そこ(?:に|へ|を|から) 気(?:づ|が向) お?控え 連絡(?:く|し|ちょ)',
);
const notPointing = new RegExp(
  `${notJa.source}|${any('お客様 消し 剥 塗りつぶ 隠し 前の持ち主 前オーナー 不在 配達 マジック 抜 型紙 ケース 電話台 電話機 黒電話 電話線 公衆電話 おもちゃ 電話ボックス 引き取り 手帳 画面')}`,
  'u',
);

/** Directions to a place where a number is written. */
export const pointing: readonly Pattern[] = [
  {
    find: ja(`${place}[^。!?！？\\n]{0,22}${written}`),
    with: ja(`^(?=[^]*${line})(?=[^]*${use})`, 'u'),
    unless: notPointing,
    ...asked,
  },
  {
    find: ja(
      `(?:番号|電話|ばんご[うー]|携帯)[はもがわ]?、?[^。!?！？\\n]{0,14}${place}[^。!?！？\\n]{0,14}${written}`,
    ),
    with: ja(`電話|でんわ|${use}`, 'u'),
    unless: notPointing,
    ...asked,
  },
  {
    find: /(?<![a-z])(?:my|the|our|wife's|shop|me|mine|wife|contact|pop my|is my|has my) ?(?:[a-z]+ )?(?:number|mobile|cell|digits|#|phone|contact|flyer)(?:'?s)? (?:[a-z]+ ){0,4}?(?:on|in|at|to|inside|w\/) (?:[a-z]+ ){0,4}?(?:sticker|note|card|photo|pic|box|flyer|tag|description|tailgate|poster|receipt|profile|board|page|label|paper|tape|post-it|plastic|facebook|picture|cv|website|intercom|side|drawer)(?![a-z])/gu,
    with: /(?<![a-z])(?:my|mine|me|our|wife)(?![a-z])/u,
    unless: notEn,
    ...asked,
  },
  {
    find: /(?<![a-z])(?:number|mobile|#)'?s? (?:is )?(?:painted|printed|written|taped|stuck) on /gu,
    with: /(?<![a-z])(?:hit|call|ring|text|phone|dial) (?:that|it|me|there)(?![a-z])/u,
    unless: notEn,
    ...asked,
  },
  {
    find: /(?<![a-z])(?:google|look up|search|find|gmap|map)(?: maps?)?[: ][^.!?\n]{3,50}?(?:ring|call|phone|number)(?![a-z])/gu,
    with: /'[^']{3,}'|"[^"]{3,}"|「/u,
    unless: notEn,
    ...asked,
  },
];
