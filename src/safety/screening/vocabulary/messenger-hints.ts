import type { Area } from './tags';

/** How messengers are described where their names would be noticed, and the words of chatting that tell they are meant. */
export const messengerHints: Area = {
  ja: {
    'app-sure': `
      インスタ鍵垢 鍵垢 {line,ライン}公式アカウント {💚,🟢,🟩}{💬,📱} {💬}{💚,🟢,🟩} 既読{が,の,も,}{つく,付く,つける,分かる,わかる}{ほう,方,やつ,ヤツ,アプリ,あれ,アレ,とこ,の} {例の,いつもの}{緑,みどり}
      {緑,みどり,黄緑,緑色,みどり色}の{お友だち,お友達,友だち,トーク,チャット,メッセージ,メッセ,既読,sns,id}
      {緑,みどり,黄緑}{アプリ,の吹き出しのアプリ,の吹き出しのやつ,の吹き出しで,のふきだしで}
      スタンプ{が,の,を,}{送れる,おくれる,使える}{ほう,方,やつ,アプリ,あれ} {吹き出し,ふきだし}の{緑,みどり} {ンイラ,んいら,おかか,ムラグスンイ}{お使い,で,の,教え,やって,ある}
      {顔,フェイス,かお}の本 顔本 {インの,いんの}{スタ,すた} ディスの{コード} {ほ,ホ}ットラインの{ホット}`,
    app: `
      紙ひこうき {吹き出し,ふきだし,フキダシ}{アプリ,マーク}のやつ 鳥{アプリ,のマークのアプリ,のアイコンのアプリ} {旧,元}{青い鳥,鳥} ミンスタ いんスタ てぃっくとっく ついったー ついったあ ティクトク すれっず
      マッドドン グルチャ グループチャット ふぇいすぶっく fb めっせんじゃー fbの facebookの わっつ 裏垢 サブ垢 本垢 ストーリーズ {ら,ラ}と{い,イ}と{ん,ン} {zoom,ズーム}{で,の,でも,でのお,でお,にて}{いかが,レッスン,打ち合わせ,打合せ,ミーティング,面談,id,リンク,url,招待,話,通話,画面共有,でき,つな,繋,見せ,相談,顔} レディット reddit {google,グーグル,}{meet,ミート}の{リンク,url,招待} apple{id,アイディー}{教え,を教え} フレンド申請 インスタのストーリー line@ lineアット ライン@ らいんあっと
      {x,エックス,えっくす}の{dm,アカ,垢,アカウント,メッセージ,お手紙,id,プロフ,リスト} みんカラ オープンチャット ねっとわーくid psn ディスコのid`,
    'app-weak':
      'ライソ ツイキャス ビデオ通話アプリ テレビ電話 ビデオチャット ブルスカ みすきー misskey ラインワークス kakaoの スナップチャット',
    'app-colour': `
      {緑,みどり,ミドリ,黄緑,緑色,みどり色,ピンク色,青色,紫色,黄色,黄色い,きいろ,青,青い,水色,紫,むらさき,青紫,ピンク,オレンジ,赤い,四角い}{の,}{やつ,ヤツ,あれ,アレ,もの,ほう,方,とこ,ところ,名前,四角,アイコン,マーク,ロゴ}
      {x,エックス,えっくす}の{ほう,方,とこ} 例の{あれ,アレ,やつ} いつもの{あれ,アレ,やつ}`,
    'app-hint': `
      {緑,みどり,ミドリ,黄緑,緑色,みどり色,ピンク色,青色,紫色,黄色,黄色い,きいろ,青,青い,水色,紫,むらさき,青紫,ピンク,ピンクと紫,ぴんくとむらさき,ぴんく,オレンジ,赤い,四角い}{の,}{アプリ,吹き出し,ふきだし,カメラさん,sns,会話}
      例のアプリ いつものアプリ {カメラ,写真,お写真,鳥,幽霊,おばけ,飛行機,電話}の{マーク,アイコン,やつ,あれ,とこ,sns} 📷の 📸の 🐦の 👻の 青い鳥 青い鳥さん 紙飛行機
      {ら,ラ,い,イ,か,カ,l,k,t,d,x,i,s,z,f,fb,エル,エックス,ディー,ティー}の{つく,付く,つくやつ,付くやつ,つくアレ,つくあれ,付くあれ} {ら,ラ,い,イ,か,カ}{から始ま,ではじま,で始ま} ゲーマー{が使う,の}
      {別,べつ,他,ほか,よそ}の{アプリ,とこ,ところ,チャット,メッセ} あっちの{メッセージ,メッセ,アプリ,dm} {ズーム,zoom,teams,スカイプ,チームズ} ズームイン 消えるヤツ 消えるやつ 線のアプリ 横文字 通話アプリ メッセのやつ メッセアプリ 写真のアプリ お写真のところ ストーリー {お,}写真を載せる {グーグル,google}{ミート,meet} 会議のやつ 会議のあれ お顔の見える お顔が並ぶ 顔が並ぶ 顔を見ながら話せる 吹き出しマーク`,
    chatting: `
      トーク チャット メッセ やり取り やりとり 既読 友だち登録 友達登録 友だち追加 友達追加 友だちになり お友だち お友達になり 交換し アイディー あいでぃー アイデー グループ グルチャ つながろ つながり つながっ 繋がろ 繋がり 繋がっ つなご 申請 フォロー
      おしゃべり 通話 ビデオ 話そ 話し 話せ はなそ はなせ で連絡 に連絡 を取り合 連絡を取 経由 公式アカウント追加 垢 アカウント 招待 ミーティング 部屋番 部屋の番号 お部屋の番号 画面共有 呼んで 声かけて 返信 返事 察して {いいね,リアクション} 虫めがね 虫眼鏡 顔見て 面談`,
    reaching: `
      友だち 友達 ともだち 交換 追加 ご連絡 御連絡 連絡 連絡し 連絡取 連絡くだ 検索 けんさく 探して さがして 送ってもろ で送って 見せられ 待って まって 登録名 お使い お使いで お使いに お使いの お持ち かざして 使って 入れてま 入れてる やってる やってます やってない ありますか わかります 同じ名前 おなじ名前`,
    'account-word': `
      {同じ,おなじ}{名前,なまえ,id,アカ,垢,ハンドル} 同名 登録名 表示名 ハンドル ハンドルネーム {の,犬の,猫の}アイコン アイコンは ミーティングid`,
    'code-cue': '{取引,注文,商品,会員,お客様,オーダー,予約,決済,端末,apple,アップル,google,グーグル}id',
    invite: `
      ってアプリ というアプリ {すぐ,早く}返 返せます {持って,使って}{ますか,ません,る？,ない？,ます？} {使って,つかって}{ます,る} つながりま つながりたい つながっと 繋がっと つながろ 繋がろ 招いて お招き 呼んで 声かけて なってくれ なってくださ なりません 開放 開いて 入れ 待って まって 入れてる 入れてま つながり つながっ 繋がり 繋がっ やりと 察して さっして 伝え つたえ 合わせます 申請くれ メッセくれ dmくれ 交わし 交わす 取り合 しといて 移った やりとりしたぁい やりとりした いい？ きて いかがでしょう`,
    'app-talk': `
      着て{た,い,る} 流れて{きた,きて} 見かけ で見つけ もう入らない 入らない 対応して{ない,ません,いな} 使えなくな サポート終了 {で,の}見ました の設定 設定方法 に転送 転送 の広告 のcm クッション キーホルダー tシャツ パーカー 着用画像 の使い方 教室の内容`,
    refuse:
      'わng はng がng なのでng ngなん ngで はごめんなさ わごめんなさ わ無理 わだめ はむり わむり わお断り わことわ わ禁止 交換なし 交換は無し 交換はなし 交換は不可 不可です はご遠慮 は結構です は要りません は不要 じゃなくてこの じゃなくてここ ではなくこの ではなくここ はご容赦 ご容赦 教えてない 教えておりま 教えていま {やって,使って,入れて}ない{ん,ので,から} {やって,使って,入れて}{いません,おりません} 必要ございません 必要ありません してません してしません してしまへん してしまへん お答えできません へんのよ へんねん',
    reported: `
      とか言う とか聞いて 聞いてくるやつ 聞いてくる人 きいてくる 聞いてきた 多すぎ に言われ ってセリフ っていうメッセ {って,と}{言われ,言って,いわれ,言う,いう,聞かれ,誘われ,お誘い,来た,書かれ} というメッセージ というお誘い とのこと したいって ませんかて ますかて っていう をお尋ね お尋ねいただ を聞かれ ようと聞かれ よう聞かれ しつこ 言うてき 誘ってく`,
    'not-app': `
      おむつライン ラインじゃなくて ラインではなく cラインまで dm{サイズ,便,はがき,ハガキ,用} 交換済 画面交換 電池交換 部品交換 バッテリー交換 交換不可 交換時期 返品交換
      {センター,コート,白い,白,赤,青,黒,縦,たて,横,よこ,斜め,首,くび,腰,足,あし,脚,体,ボディ,袖,そで,裾,肩,ヒップ,ウエスト,バスト,ネック,フェイス,ダブルス,シングルス,中央,停止,金,銀,金色,銀色,二重,目の,まつ毛,眉,ふくらはぎ,デコルテ,アゴ,背中,マツ,ステッチ,ゴール,ファウル,タッチ,ベース}の{白い,黒い,}ライン
      {センター,サイド,ゴール,タッチ,スタート,フィニッシュ,ボディ,ウエスト,フェイス,ネック,ヒップ,スタッフ,商品,製品,コスメ,スキンケア,生産,製造,白,赤,青,黒,金,銀,縦,横,二本,2本,一本,1本,3本,三本}ライン
      ライン{入力,出力,イン,アウト,際,取り,取,どり,ケーブル,端子,レベル,テープ,の入った,の入って,の入り,が入って,入って,使い,で買い,で揃え,の化粧品,の美容液,の水,の間,を揃え,を引,を描,が薄,が濃,が剥,が消え,がくっきり,がすっきり,がおしゃれ,が可愛,がかわいい,がキレイ,パンツ,ソックス,テープ,ワーク,トレース,カッター,フォロー,トラ,で打,で切,の外,の内}
      line{入力,出力,in,out,端子} 青い鳥の{置物,絵,本,刺繍,ブローチ,柄,話} 紙飛行機の{絵,柄,折り方,おもちゃ} ズーム{レンズ,機能,倍率,できる,すると,で撮,して撮,イン機能} {光学,デジタル,標準,望遠,電動,広角}ズーム ズーム全域 {テレビ,パーティ,友達}トーク`,
  },
  en: {
    'app-sure': `
      {two,2,double}_{blue,green}_{ticks,ticked} {green,lime}_{chat,chat_app,chatting_app,messaging_app,messenger,bubble_app} app_verte application_verte dead_bird_{app,site} bird_that_isn't_a_bird
      {ur,your,yr,ya}_{ig,insta,line,kakao,tele,snap,wechat,viber,skype,fb,facebook,discord,whatsapp,signal,telegram,tiktok,messenger} my_{ig,insta,kakao,tele,snap,viber,skype,fb,discord,signal,tiktok,messenger}_{is,name,id,handle} {qr,id}_of_line line_qr add_{me,you,u}_on`,
    app: `
      messenger_app linkedin {we_zoom,zoom_instead} {zoom,meet,teams}_link bird_{app,site} blue_bird_app paper_plane_app ghost_app camera_app photo_app clock_app purple_app {line,kakao,wechat,telegram,discord,facebook,insta,whatsapp}_{group,chat,qr,username,dm,dms,msg,message} psn xbox_live marco_polo reddit subreddit dms_open dm's_are_open
      {fb,facebook}_{page,profile,group,friend,account,msg,messenger,message} fb_is whats_app wassap watsapp whatsap watsap whatsup_app insta_dm ig_dm dm_on_{ig,insta,x,twitter} on_{ig,insta,fb,kakao,discord,viber,messenger,snap,tele,telegram,whatsapp,wechat} via_{line,kakao,insta,fb,whatsapp} line_me kakao_me whatsapp_{me,my,us} insta_me fb_me facetime_me skype_me`,
    'app-weak':
      '{the,ur,your,our}_group_chat the_gram finsta hangouts google_meet facetime skype threema session_app',
    'app-colour': '{green,lime,lime_green,yellow,purple,blue,blurple,pink,black}_{one,thing,icon,logo}',
    'app-hint': `
      {green,lime,lime_green,lime_bubble,yellow,purple,blue,blurple,pink,black}_{app,chat,messenger,bubble,bubbles,bird} green_phone lime_coloured lime_colored green_phone_bubble speech_bubble {the_,}bird paper_plane ghost_icon camera_icon gamers_one {the,on,that}_f_one
      the_one_with the_one_where lightning_bolt thunder_icon blue_thunder kidoku bear_and_the_rabbit brown_bear begins_with_l starts_with_l rhymes_with {other,another,different,normal,usual}_{app,chat,messenger} everyone_in_japan everyone_in_this_country snap_and_story snap_and_stories talk_and_stamp clock_app photo_app {pink,purple,red,orange}_app privacy_one private_one book_of_faces
      zoom google_meet teams_meeting teams_call my_stories anything_but_this not_this_chat this_inbox this_clunky_chat`,
    chatting: `
      i_add_you i_add_u you_on_it u_on_it wanna_chat add_me adding_you add_u add_you ping msg chat talk_there dm dms pm group username handle handles user_name friend_me friend_req contact_me find_me_on join are_you_on you_on u_on it_on meeting_id meeting_code name_there on_there lives_in answers_there joining`,
    reaching:
      'add adding added_you message talk follow reach_me find_me look_for friend friends id scan have_you_got do_you_have do_u_have you_have u_have got_the same_name same_handle call_me we_talk we_chat_there scan_me answers wanting show_me',
    'account-word':
      'same_{name,handle,id,username,user} same_as_here name_there name_is meeting_id meeting_code same_name_as profile_pic profile_photo my_username',
    invite: `
      lemme wanna_chat hmu join you_on_it u_on_it on_it have_you you_have got_it look_for reach adding do_tell ok_for_you okay_for_you ok_with_you possible prefer is_best is_better search_my search_for look_up find_the is_ok works_for_me still_alive answers_there every_day_there everyday_there slide msg shoot call friend friend_me answers check_your_other book_there i_add_you walk_you possible scan_mo join_ka chat_there who_you_are_there follow_back whatever_you_got carrier_pigeon answer_the`,
    'app-talk':
      '{how_to,learn_to}_use topic essay {use,used}_{instagram,insta,line,facebook,twitter,tiktok}_for run_my line_stickers {insta,line}_logo themed sweater coloured colored blue_tarp portal freebie tote wallpaper port jack ads ad_for an_ad saw_your_ad promo',
    reported:
      'someone_asks somebody_asks asks_your saying wrote got_a_message someone_asked somebody asked_me told_me told_you told_that people_who a_guy says_he get_my',
    refuse:
      'answers_no {the_,}answer_is_no sorry_platform not_on_{facebook,insta,instagram,whatsapp,line,discord,telegram} not_giving nor_do_i',
    'not-app': `
      {,on_,via_}{whatsapp,telegram,discord,line,slack,instagram}_like fax_line phone_line land_line waist_line hem_line neck_line {white,red,blue,black,thin,straight,dotted}_line line_{port,cord,jack,level,drawn,break} {zoom}_{lens,range,in,out} digital_zoom optical_zoom bird_{cage,feeder,table,house,bath,print,pattern} {smoke,traffic,turn}_signal`,
  },
};
