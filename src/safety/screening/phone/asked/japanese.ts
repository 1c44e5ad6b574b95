import { any, asked, ja, type Pattern } from './pattern';
import { barePhone, contact, end, gap, give, notJa, number, owner, phone, phoning } from './words';

/** Requests for a number in Japanese. */
export const japanese: readonly Pattern[] = [
  { find: ja(`${phone}${gap}${give}`), unless: notJa, ...asked },
  {
    find: ja(`(?:${number})(?:${gap}${give}|(?:だけ)?(?:を|は|も)?(?:ここに|、)?${end})`),
    with: phoning,
    unless: notJa,
    ...asked,
  },
  {
    find: ja(
      `(?:${number})を?(?:${any('(?:お)?聞(?:いて|き)も(?:いい|良い|よ|ええ|大丈夫) きいても 交換(?:し(?!て(?:は|な))|を?お?願) 知っとこ しっとこ 教え合')})`,
    ),
    unless: notJa,
    ...asked,
  },
  {
    find: ja(
      `${owner}の?(?:お)?${barePhone}[はをの]?[、 ]?${any('何番 なんばん 番号 お?控え(?:くだ|て|にな|いただ) 教えて(?!もら) 伺って うかがって いただけ 頂け 教え合 半分')}`,
    ),
    unless: notJa,
    ...asked,
  },
  {
    find: ja(`${barePhone}(?:って|は|の|を)?[、 ]?${any('何番 なんばん どこに?かけ 聞いても きいても')}`),
    unless: notJa,
    ...asked,
  },
  { find: ja(`何番に(?:お)?${any('かけ 掛け 電話 おかけ')}`), unless: notJa, ...asked },
  {
    find: ja(
      `${contact}${gap}${any('いただけ 頂け もら(?:え|っ) 交換し(?!て(?:は|い)) 交わ 教えて(?:ください|もら|くれ|いただ|ほし) こうかん')}`,
    ),
    unless: notJa,
    ...asked,
  },
  {
    find: ja(
      `(?<!(?:${any('会社 サポート 運営 お店 店 窓口 メーカー 警察 役所 事務局 アプリの ここの')})[にへ]?)(?<!へ ?お?|[0-9] ?にお?)(?:${any('お?電話 お?でんわ')}|(?<![a-z])tel|お電|電わ)(?:を|で|は|のほう)?[、 ]?(?:一本|一度)?${any('いただけ(?:たら|ます|ませ|ると) 頂け(?:たら|ます|ませ|ると) ください くださ?[いー] ちょうだい くれ(?:ん|たら|れば|へん|ない|$) しよ しません[?？か] し(?:ちゃ)?おう もらえ たの(?:み|む) 頼')}`,
    ),
    unless: notJa,
    ...asked,
  },
];

/** Japanese and English in one request: 番号 please, "share your 電話番号", "cell 教えて". */
export const mixed: readonly Pattern[] = [
  {
    find: ja(
      `(?:${phone}|${barePhone}|(?<![一-龠の])番号) ?(?:を|も|は|、|,)? ?(?:please|plz|pls|kudasai|share|exchange|onegai|okay\\?|ok\\?)`,
    ),
    unless: notJa,
    ...asked,
  },
  {
    find: ja(
      `(?<![a-z])(?:your|ur|share|give me|gimme|send|send me|what's|whats|what is|exchange|swap|get|have|need|tell me) (?:your |ur |the |me )?(?:${phone}|${barePhone}|(?:お)?番号)(?!札)`,
    ),
    unless: notJa,
    ...asked,
  },
  {
    find: ja(
      `(?<![a-z])(?:number|cell|mobile|digits|phone|phone number)(?:を|の|も|って|は)? ?${any('教えて おしえて 交換 聞いて きいて ください くれ ちょうだい もらえ もらって いただけ 送って いい[?？] 何番 なに 書いて 知りたい ほしい 欲しい')}`,
    ),
    unless: notJa,
    ...asked,
  },
];
