import { originalSpan, type View } from '../../text/view';
import type { Finding } from '../../types';
import { any, ja } from './pattern';

/** Two words that stand near each other where somebody asks for a number, offers one, or tells where it is. */
interface Pair {
  readonly word: RegExp;
  readonly beside: RegExp;
  readonly before: number;
  readonly after: number;
  readonly unless: RegExp;
}

/** A word that stands for a telephone, its number, or a way to reach somebody. */
const phone = ja(
  `${any('電話 でんわ 電わ 携帯 けいたい けーたい 番号 ばんご 電番 でんばん (?<=の|し|の方の|スマホ|けー)番(?![^おもあを、。送]) 固定 家電(?!製|量) 直通 内線 留守電 ショートメ ショトメ 着信 ワン切 ワンコール 11桁 十一桁 連絡先 名刺 連絡(?:で|の|する)?(?:手段|方法) フェイスタイム もしもし 折り返し')}|(?<![a-z])(?:tel|sms|denwa|facetime|number|phone|digits)(?![a-z])|📞|☎|📱`,
);
/** Asking, giving, exchanging, offering. */
const deal = ja(
  any(
    `教え おしえ おせえ 聞いて? 聞い(?:て|と) きい(?:て|と) 聞かせ 伺 うかが 交換 送 おく[らりるっ] 渡 わた[しすさ] ください 下さい くれ ちょうだい ちょーだい 頂戴 もら 貰 もろ いただ 頂 ほし 欲し 知り?た 知っと 知らん 願 ねがい 控え 言う?[おわね] 言い?ま 言うた 言って 申し 伝え お?入り用
     いる[?？か] いります 要る どうぞ どっち どちら どれ なに 何番 なんば 持ち ある[?？] あります?か しません せん[?？] いい(?:です)?か いい[?？] 登録 よこ 出し 残し 書き合 見せ 打って 書いて 合お 話 はなそ しゃべ 喋 かけ 掛け 鳴ら 使え やろ 直に`,
  ),
  'u',
);
/** Of other numbers, of phones as goods, of calls in the app, and of what is not allowed or only told. */
const otherJa = ja(
  `${any(
    `追跡 伝票番号 送り状番号 注文 予約 会員 登録番号 認証 シリアル 製造 型番 品番 部屋 号室 座席 郵便 口座 暗証 受付番号 整理 問い?合わせ番号 管理番号 ロット 車台 フレーム番号 背番号 電話機 電話台 電話線 電話ケース 携帯ケース 携帯カバー 携帯電話の 携帯用 携帯し 携帯に便 固定(?:具|する|し|用|金|で|ネジ|が|資) アプリの(?:通話|電話) アプリ内 アプリから サポート 運営 警察 規約 禁止 違反 詐欺
     通報 断 番号札 遠慮 表示され 匿名 知らん番号 知らない番号 名刺入 名刺ば入 黒電話 糸電話 電話ボックス 電話占 見え(?:ない|ません|へん) メーカー 検査 記入欄 変な電話 控えて(?:い|お)?(?:ます|る) 聞かれ きかれ 求められ 言われ(?!へ) できません(?!か|でし) 出来ません(?!か|でし) できない 教えられ 教えません 教えない 教えて(?:は|い)ません しません(?![か?？で]) 不要 要りません いりません 電話番号は(?:不要|いら) と言う人 という人 怖 こわ 迷惑`,
  )}`,
  'u',
);

/** Where a number stands, in any place that can be named. */
const stands = ja(
  any(
    `書い 書き 書く かいて 載 のって のせ 印字 印刷 貼 刷っ 刷り 記し 記載 写っ 写し 挟 同封 同梱 入れて 入れと 入っ 忍ば 焼き込 結ん 結わえ 挿し 裏 うら 底 隅 ケツ 下に 右上 右下 端 プロフ 写真 画像 名簿 電話帳 看板 のぼり チラシ シール ステッカー 札 紙 袋 封筒 箱 欄 ページ 地図 マップ グーグル ググ ぐぐ 検索 名前で ホームページ 回覧 掲示 入れと 出る 出ています 並んじ 並んど 読める 持って帰`,
  ),
  'u',
);

/** Who calls, or is to call: a call needs no number where its writer tells it elsewhere. */
const line = ja(
  `(?:お?(?:電話|でんわ)|(?<![a-z])tel)(?:を|で|の|は|も|に|口に?)?(?:一本|一度|少し)?${any('(?:差し上|さしあ) くれ くだ いただ 頂 もら 頼 たの 願 して(?:も|よ|ね|は|け|ち|み|や|く|お|い) しと する[ねわさ] すれば しよ しましょ せえ せん[?？] しろ せれ ちょう けろ けれ けで でけ おくれ つな 代わ 話 はな しゃべ 早 はや 決め ええ いい 出[るま] でる がら かけ 掛け きい でき')}`,
);
const calling = ja(
  any(
    '(?:うち|家|店|私|わたし|僕|俺|わし|おら|自宅|会社|携帯|電話|番号|そこ|そちら|そっち|こっち|直接|直に|事務所|工場|いつでも)(?:の(?:携帯|電話|番号|固定|ほう|方|母|息子|主人))?(?:に|へ|さ|から|で|まで|、)?(?:直接|直に)?(?:電話し|でんわし|(?:お)?かけ(?:て|れ|ま|た|く|い|る)|おかけ|かげ|掛け|鳴ら|ならし|連絡)',
  ),
);

const en = {
  phone:
    /(?<![a-z])(?:(?:tele)?phones?|numbers?|digits|mobile|mob|cell|landline|keitai|denwa|contact(?: card| info| details)?|meishi|sms|(?:her|his|our|own|direct|my) line|facetime|hold of (?:you|me))(?![a-z])/gu,
  deal: /(?<![a-z])(?:give|giv|gimme|send|share|swap|exchange|trade|want|need|what'?s|whats|which|drop|shoot|get|have|got|tell|know|leave|ask|save|type|keep|pass|hand|kudasai|onegai|please|pls|plz|my|mine|your|yours|ur|her|his|their|actual|call|ring|text|dial|speak|spoke|talk|reach)(?![a-z])/u,
  other:
    /(?<![a-z])(?:order|track|tracking|model|serial|part|room|seat|reference|booking|ticket|invoice number|jersey|in-?app|app call|call button|not allowed|against|rules?|scam|scammers?|phone (?:case|cases|holder|stand|charger|cable|strap|mount|grip)|never|don't|dont|do not|can't|cannot|won't|rather not|no need|support|report|reported|asked for|asks for|number of|numbers? (?:one|two)|item|lot|size|a number of|flight|platform number|license|licence|plate|postal|quote|card|unit|pad|field|isn't allowed|refused|message me here|text me here|built-in)(?![a-z])/u,
  stands:
    /(?<![a-z])(?:(?:on|in|inside|under|behind|below|at) (?:the|my|your|a|an|that|its?|one|our|there|photo|pic|it)|written|printed|scribbled|wrote|write|painted|taped|stuck|google|maps?|look up|search|sticker|flyer|tabelog|profile|label|card|lid)(?![a-z])/u,
  calling:
    /(?<![a-z])(?:(?:call|ring|phone|text|dial|sms|buzz|message) (?:(?:me|us)(?! here)|him|her|them|my|our|the (?:shop|office|front|desk|store|reception|hotel)|everyone|(?:you|ya|u)(?! up)|when|if|after|before|about|tonight)|(?:hop|jump|get|talk|speak|spoke|chat) (?:to (?:me|you|each other) )?(?:on|over|by) (?:a |the )?(?:call|phone|telephone)|quick (?:call|ring)|give (?:it|me|him|her|them|us) a (?:quick )?(?:call|ring|bell|buzz)|move to texting|best way to)(?![a-z])/gu,
  any: /./u,
};

const pairs: readonly Pair[] = [
  { word: phone, beside: deal, before: 8, after: 14, unless: otherJa },
  { word: phone, beside: stands, before: 22, after: 18, unless: otherJa },
  { word: line, beside: en.any, before: 0, after: 1, unless: otherJa },
  { word: calling, beside: en.any, before: 0, after: 1, unless: otherJa },
  { word: en.phone, beside: en.deal, before: 24, after: 24, unless: en.other },
  { word: en.phone, beside: en.stands, before: 30, after: 40, unless: en.other },
  { word: en.calling, beside: en.any, before: 0, after: 1, unless: en.other },
];

/** How far words around can say that no number of a telephone is meant. */
const around = 24;
/** The wording weighs it; the same words are said in ordinary talk. */
const confidence = 0.6;
/** Who speaks of phones more often says nothing new. */
const mostFindings = 4;

/** Words for phones beside words of asking, giving, calling, or of places where numbers stand; weak findings. */
export function findNear(view: View): Finding[] {
  const { text } = view;
  return pairs.flatMap(({ word, beside, before, after, unless }) => {
    const found: Finding[] = [];
    for (const { 0: match, index } of text.matchAll(word)) {
      const end = index + match.length;
      if (!beside.test(`${text.slice(Math.max(0, index - before), index)} ${text.slice(end, end + after)}`))
        continue;
      if (unless.test(text.slice(Math.max(0, index - around), end + around))) continue;
      found.push({
        ...originalSpan(view, index, end),
        kind: 'phone',
        confidence,
        reason: 'phone-number-asked',
      });
      if (found.length === mostFindings) break;
    }
    return found;
  });
}
