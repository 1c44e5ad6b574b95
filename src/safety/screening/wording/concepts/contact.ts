/** Ways to reach each other. */
export const contact = {
  /** Messengers and social networks. */
  M: `ライン らいん line rine linne 緑のアプリ 緑のやつ 緑の方 緑のほう 緑色の 緑のトーク みどりの みどりのやつ インスタ いんすた インスタグラム insta instagram ig カカオ かかお カカオトーク カカト kakao kakaotalk ツイッター ついったー twitter ツイ垢 エックス 旧ツイッター テレグラム
    テレグラ telegram whatsapp whats_app ワッツアップ わつあぷ ディスコード ディスコ discord シグナル signal ウィーチャット 微信 wechat ティックトック tiktok スカイプ skype メッセンジャー messenger フェイスブック facebook snapchat スナチャ スナップチャット viber スレッズ threads sns エスエヌエス オプチャ オープンチャット 鯖 えるあいえぬいー 吹き出し 紙飛行機
    青い鳥 既読 bird_app green_app green_bubble blue_app purple_app paper_plane メッセアプリ チャットアプリ 他のアプリで zalo imessage facetime フェイスタイム ボイチャ 通話アプリ google_meet みてね バンド スラック slack チャットワーク mixi ミクシィ pixiv ピクシブ line交換 ライン交換 公式ライン 公式line 公式アカ`,
  /** Looking somebody up, or adding them. */
  S: `ping_me
    探して さがして 検索 けんさく ググ ぐぐ エゴサ えごさ 調べて 打って 打ち込 追加 ついか 友達 友だち ともだち ふれんど フレンド フォロー ふぉろー フォロバ つなが 繋が つなぎ 繋ぎ 交換 こうかん 交換し 登録して 申請 申請し id qr qrコード 二次元コード ユーザー名 ユーザーネーム ハンドル アカウント アカ名 垢 dm ディーエム ダイレクトメッセージ 招待 グループに入 スクショ プロフ プロフィール プロフ見 プロフに アイコン 同じ名前 名前で 読み取 読み込 スキャン 連絡先 れんらくさき 連絡とれ 連絡取 連絡くだ 直接連絡 やりとり やり取り
    search search_for search_my google_me google_my look_me_up look_up find_me add_me add_my follow followers handle username user_name screen_name scan_the scan_my scan_this invite_link invite_you my_profile same_name same_handle contact_me contact_details contact_info reach_me reach_you get_in_touch in_touch keep_in_touch stay_in_touch hit_me_up dm_me message_me pm_me drop_me_a`,
  /** Telephones. */
  T: `コールし コールく コールを cell_phone my_cell
    電話 でんわ tel デンワ 携帯 けいたい ケータイ ケータイ番号 スマホの番号 番号 ばんごう 電番 でんばん 電話番号 鳴らし ならし 鳴らす かけて 掛けて かけ直 ワン切り 着信 着電 着歴 留守電 留守録 折り返し 固定電話 固定の 家電 いえでん 実家の番号 代表番号 内線 ファックス fax 11桁 十一桁 #桁 下#桁 ショートメール ショートメッセージ sms smsで phone my_phone your_phone phone_number number mobile cellphone call_me call_you ring_me give_me_a_call give_me_a_ring text_me text_you
    voicemail dial digits landline ring_the denwa bangou keitai`,
  /** Mail. */
  A: `メールで メールを メールに メールし メールくだ メール送 メールもら メール頂 メールいただ メールお メール下さ メールの方 メールのほう メール教
    メアド めあど メルアド めるあど メールアドレス アドレス あどれす 宛先 あてさき アットマーク あっとまーく メアド交換 eメール イーメール email e_mail emails mail_me my_mail mail_to inbox gmail ジーメール gメール がめーる ヤフーメール ホットメール hotmail outlook yahooメール アイクラウド あいくらうど icloud ドコモの キャリアメール mailbox`,
  /** Places on the web. */
  U: `ホームページ ほーむぺーじ hp ブログ ぶろぐ ノート記事 リンク りんく リンクツリー リットリンク linktree url ユーアールエル ウェブサイト webサイト うちのサイト ドットコム どっとこむ ドットjp ドット 検索窓 検索欄 一番上 いちばん上 トップに出 最初に出 先頭に出 上に出 上に出てくる 出てきま 出てくる 概要欄 固定ツイ 固定ポスト 名刺の裏 名刺のqr グーグルマップ googleマップ google_map google_maps マップで 地図アプリ 口コミ 予約フォーム 申し込みフォーム googleフォーム グーグルフォーム
    homepage home_page blog my_site own_site link links www website_of top_hit first_result top_result comes_up pops_up link_in_bio bio_link portfolio webpage web_page dot_com youtube_channel channel`,
} as const;
