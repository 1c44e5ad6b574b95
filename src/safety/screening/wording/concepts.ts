import { Dictionary } from '../text/dictionary';
import { squeezeWord } from '../text/squeeze';

/** Words that may stand for each other in a proposal, under the letter by which a sentence is rewritten. */
const words = {
  /** Messengers and social networks. */
  M: `ライン line rine 緑のアプリ 緑のやつ 緑色の インスタ インスタグラム insta instagram ig カカオ カカオトーク カカト kakao ツイッター twitter エックス 旧ツイッター テレグラム
    テレグラ telegram whatsapp ワッツアップ わつあぷ ディスコード ディスコ discord シグナル signal ウィーチャット wechat ティックトック tiktok スカイプ
    skype メッセンジャー messenger フェイスブック facebook snapchat スナチャ viber スレッズ sns オプチャ 鯖 えるあいえぬいー 吹き出し 紙飛行機
    青い鳥 既読 bird_app green_app`,
  /** The marketplace itself. */
  P: `アプリ サイト ここ こちら 運営 運営さん このサービス プラットフォーム システム この画面 画面 仕組み フリマ 事務局 間の会社 レジ カート
    購入ボタン ボタン 決済 app site platform website here checkout the_button buy_button`,
  /** Money that changes hands without the marketplace. */
  Y: `現金 げんきん 現ナマ キャッシュ 手渡し てわたし 振込 振り込み 振り込ん ふりこみ 口座 ペイペイ paypay 送金 千円札 五千円札 一万円札 お札 札 銀行 ぎんこう
    ゆうちょ 封筒 通帳 ギフト券 ギフトカード 請求書払い 代引 代金引換 書留 仮想通貨 ビットコイン 銭 paypal venmo zelle revolut envelope transfer
    bank account crypto bitcoin gift_card notes wallet cash`,
  /** Between the two of them. */
  D: `直接 ちょくせつ 直で 直に 直の 直 じかに 個人的に 個人で 個人間 個人 二人 2人 ふたり 外で そとで 別で 裏で 裏 よそで 内緒 ないしょ 内々 こっそり 相対 直販 口約束
    direct directly private privately ourselves outside off independently between_us offline personally`,
  /** What the marketplace takes. */
  F: `手数料 仲介 中抜き マージン 紹介料 利用料 間に 引かれ 取られ とられ 抜かれ 持っていかれ 持ってかれ 取り分 一割 1割 10% 上前 場所代
    fee fees cut commission percent middleman`,
  /** Leaving the marketplace out. */
  X: `通さ 通らな 通して 使わ つかわ 介さ 経ずに 経由 挟ま 押さ 抜き ぬき 飛ばし 飛ばす 不要 いらん いらない 要らない 載せん 載せず 載せない 載せな なしで 省 ナシ やめ 離れ
    without skip bypass avoid no_need instead forget ditch`,
  /** Ending the offer or the order. */
  C: `キャンセル 取り消 取消 取り下げ 取下げ 下げとく 消し 消す けす 削除 白紙 売れたこと 売り切れ なかったこと cancel delete decline take_down relist refund`,
  /** Cheaper. */
  L: `安く 安う やすく お得 得 浮く 浮か うく 割引 値引 引き まけ サービスし 半額 cheaper discount less save knock`,
  /** Refusing and warning. */
  R: `しません できません 出来ません いたしません お断り 断り 断っ ことわ 禁止 違反 こわい 怖 不安 通報 だめ 困 報告 補償 保険 詐欺 トラブル ごめん 遠慮 お気をつけ
    dont cant cannot wont never sorry scam report refused declined blocked flagged`,
  /** What others said. */
  O: `と言われ って言われ と言う人 って言う って人 という人 という話 と聞か って聞かれ 聞かれ 誘われ お誘い って来た て来た と来た メッセージが someone somebody a_guy they_say told_me asked_me`,
  /** Looking somebody up. */
  S: `探して さがして 検索 けんさく ググ ぐぐ 追加 友達 友だち ともだち フォロー つなが 繋が つなぎ 交換 こうかん id qr ユーザー名 アカウント 垢 dm 招待
    search find add follow handle username scan ping invite`,
  /** Telephones. */
  T: `電話 でんわ 携帯 けいたい ケータイ 番号 ばんごう 電番 鳴らし ならし かけて ワン切り コール 着信 11桁 十一桁 phone number mobile cell call ring text dial
    digits`,
  /** Mail. */
  A: 'メアド めあど メルアド メール アドレス 宛先 アットマーク あっとまーく email mail inbox gmail ジーメール がめーる アイクラウド あいくらうど',
  /** Places on the web. */
  U: 'ホームページ ブログ リンク url webサイト うちのサイト ドットコム 検索窓 一番上 ページ homepage blog link www website_of',
  /** Later dealings. */
  N: '次から 次は 次回 二回目 2回目 二度目 今度 来月から 来週から これから 今後 以降 next future onward',
  /** Asking and offering. */
  Q: 'ませんか ないですか いかが どうですか どう？ どない どうすか もらえ いただけ くれません 教えて おしえて 書いて お願い ください could_you can_you would_you how_about shall_we lets wanna',
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
