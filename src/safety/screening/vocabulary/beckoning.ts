import type { Area } from './tags';

/** What one has or goes to elsewhere, and how a mail address is described piece by piece. */
export const beckoning: Area = {
  ja: {
    elsewhere: `
      あっち{で,に,の,へ} そっち{で,に,の,へ} あちら{で,に,の,へ,でも} そちら{で話,でやり,でつな,に移,へ移,で続き,はいかが} 外で{繋,つな,話} 他の{手段,方法,場所,ところ} ほかの{手段,方法,場所,ところ} 別の{手段,方法,場所,ところ,アプリ} もっと気楽 切り替え 移ら 移り 移動し ここじゃ{書,話,言,通知,気づ} ここだと{通知,監視,敬語,書,見,話,気づ} ここでは{書,名前を,言,話し} ここ{通知,使いづら,重い,重く,見てな,不便,あんま見} このアプリ{重,使いにく,落ち,通知,見て,苦手,開か} アプリ重 ここの通知 監視 弾かれ 察し わかるよね すぐ気づ 通知来`,
    social: `
      垢 アカ{を,は,に,で,教,の} sns フォロバ 相互 フレンドコード {友達,友だち}申請 友達になって 友達なろ 友達追加 友だち追加 招待を ボイチャ {通話,トーク,メッセージ,連絡,チャット,メッセ,よく使う,いつも使う}{の,}アプリ どのアプリ トーク画面 緑の世界 連絡先交換 公式アカ qr 読み取 読み込 読んだら かざす ラ交 既読スルー 既読つ 既読が インスタライブ ストーリー ハイライト リール dm ビデオ通話 オンライン{通話,面談} facetime 顔見て ハンドル handle id @から`,
    'mail-word': `
      メール めーる アド{くれ,教,送,貼,要,は,を} あど{もって,教え,くれ} アドレス メアド メルアド 宛先 宛て先 宛名 送り先 届け先 メルマガ 文通 お手紙 キャリアメール パソコンのメール ジーメ ジーメール gメール ヤフーの ドコモで エーユー ニフティ icloud @より @の前 @の後 @つき @付き アットマーク 赤外線 共有アルバム ドメイン appleid email gmail mail inbox`,
    'mail-part': `
      前は 前が 前半 後ろは うしろは 苗字 名前と 名前をローマ字 ローマ字 小文字 数字で 誕生日 つなげ くっつけ 間に 真ん中に アンダーバー 点を入れ ハイフン 学籍番号 半分ずつ と同じ 表示名 ユーザー名 頭は 社名 その後 そのあと の前に のあと `,
    'mail-act': `
      おくれ 言って 書いて 書いと 送れば どっち どちら 貼って どうぞ 願い 渡せ 渡し つけて 送って 教えて ちょうだ plz 届く 届き 切り替え やりとり やり取り 一通`,
    place: `
      サンクラ ピンタレスト ホムペ ほーむぺーじ メルマガ ページあ オンラインストア ストア 検索欄 urlを`,
    lookup: `
      引いて 引けば 名前で 見にきて 見に来 来てくれ 来れる`,
    mine: `
      店名 社名 出品名 屋号 わいの わしの わしが おらの 店主`,
  },
  en: {
    elsewhere: `
      over_there on_there not_here this_place this_thing don't_check_here pick_one`,
    social: `
      follow_me gave_you_a_follow dms my_dms chat_app qr little_square scan voice_chat teams zoom google_meet the_ghost green_bubble green_app paper_plane my_handle handle our_line my_id id_there wechat_group ping_me password my_pic the_pic`,
    'mail-word': `
      email e_mail mail emails inbox mailbox electronic apple_id gmail hotmail outlook yahoo proton icloud g_one address any_inbox @_kind`,
    'mail-part': `
      surname first_initial initial then_the dot_jp dot_com at_the_end dot_example the_year`,
    'mail-act': `
      any drop_me should_i leave reply write_to write_me whichever for_you just_need needs got_a instead outside best`,
    place: `
      soundcloud bandcamp pinterest linkedin storefront`,
    lookup: `
      find_us typing if_you_type land_on reply_there`,
  },
};
