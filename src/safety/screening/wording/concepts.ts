import { Dictionary } from '../text/dictionary';
import { squeezeWord } from '../text/squeeze';

/** Words that may stand for each other in a proposal, under the letter by which a sentence is rewritten. */
const words = {
  /** Messengers and social networks. */
  M: `ライン line rine 緑のアプリ インスタ インスタグラム insta instagram ig カカオ カカオトーク kakao ツイッター twitter エックス テレグラム テレグラ telegram
    whatsapp ワッツアップ わつあぷ ディスコード ディスコ discord シグナル signal ウィーチャット wechat ティックトック tiktok スカイプ skype メッセンジャー
    messenger フェイスブック facebook snapchat スナチャ viber スレッズ sns`,
  /** The marketplace itself. */
  P: 'アプリ サイト ここ こちら 運営 運営さん このサービス プラットフォーム システム この画面 画面 仕組み フリマ app site platform website here',
  /** Money that changes hands without the marketplace. */
  Y: `現金 キャッシュ cash 手渡し 振込 振り込み 振り込ん 口座 ペイペイ paypay 送金 千円札 お札 銀行 ゆうちょ 封筒 通帳 paypal venmo zelle envelope
    transfer bank account`,
  /** Between the two of them. */
  D: `直接 直で 直に 直 じかに 個人的に 個人で 個人 二人 ふたり 外で 別で 裏で よそで direct directly private privately ourselves outside off
    independently`,
  /** What the marketplace takes. */
  F: '手数料 仲介 中抜き マージン 紹介料 利用料 間に 引かれ 取られ 抜かれ fee fees cut commission percent middleman',
  /** Refusing and warning. */
  R: `しません できません お断り 断り 断っ ことわ 禁止 違反 こわい 怖 不安 通報 だめ 困 報告 補償 保険 dont cant cannot wont never sorry scam report
    refused declined`,
  /** Looking somebody up. */
  S: `探して さがして 検索 追加 友達 友だち フォロー つなが 繋が つなぎ 交換 id qr ユーザー名 アカウント 垢 dm search find add follow handle
    username scan ping`,
  /** Telephones. */
  T: '電話 でんわ 携帯 ケータイ 番号 ばんごう 鳴らし かけて phone number mobile cell call ring text dial digits',
  /** Mail. */
  A: 'メアド めあど メール アドレス 宛先 アットマーク email mail inbox gmail ジーメール',
  /** Places on the web. */
  U: 'ホームページ ブログ リンク url webサイト うちのサイト ドットコム 検索窓 homepage blog link www',
  /** Later dealings. */
  N: '次から 次は 次回 二回目 2回目 今度 来月から 来週から これから 今後 next future onward',
} as const;

/** The letters that stand for concepts: folded texts have no upper case. */
export type Concept = keyof typeof words;

/** Too often a part of other words. */
const shortLatin = /^[a-z]{1,3}$/u;

function entries(): [string, Concept][] {
  return (Object.entries(words) as [Concept, string][]).flatMap(([concept, list]) =>
    list
      .split(/\s+/u)
      .filter((word) => !shortLatin.test(word))
      .map((word): [string, Concept] => [squeezeWord(word), concept]),
  );
}

let dictionary: Dictionary<Concept> | undefined;

/** A squeezed text in which every word of a concept is replaced by its letter. */
export function conceptsOf(text: string): string {
  dictionary ??= new Dictionary(entries());
  let rewritten = '';
  for (let at = 0; at < text.length; ) {
    const match = dictionary.longest(text, at);
    rewritten += match?.value ?? text.charAt(at);
    at = match?.end ?? at + 1;
  }
  return rewritten;
}
