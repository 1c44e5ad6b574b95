import type { Area } from './tags';

/** Messengers, their nicknames, and the ordinary words that look like them. */
export const messengers: Area = {
  ja: {
    'app-sure': `
      エルアイエヌイー lとiとnとe イソスタ カカトの{id,アカ} {垢,アカ,アカウント}{教え,おしえ,おせ,交換} りいね{交換,やって,おしえて}
      {🟢,🟩,💚}{交換,教えて,追加,やって,ある,でつなが,id,のアプリ,のやつ} {ライソ,らいそ,rine,らいんぬ,インス太,いんす太,リャイン}{,交換,教えて,やって,追加,ある,おしえて}
      {スキャン,読み込ん,読み取っ}{して,で,て}{友達,友だち,ともだち,追加} qrで{友達,友だち,追加} {緑,緑色,みどり,黄緑}の{トーク,チャット,メッセ,吹き出し,ふきだし}
      {ライン,line}{やってへん,してへん,使ってへん,やっとる,やってはる} {ライン,line}{方便,便利}
      {ライン,line}{交換,こうかん,の交換,のid,id,のアイディー,のアイデー,したい,しよ,しませ,グループ作,グループに招,の友だち,の友達,のqr,公式アカ,つなが,でつなが,垢}
      友追 xの{dm,アカ} インスタのdm インスタのアカ カカオのid`,
    app: `
      v信 薇信 カトクid 黄色いトーク {黄色い,黄色の}{アプリ,トークアプリ} 紙飛行機 青い鳥の{アプリ,sns} 鳥のsns {カメラ,📷}の{アプリ,アイコンのsns,アイコンのアプリ} 旧twitter 旧ツイッター ツイ垢 エックスのdm xのdm kik viber
      カカオトーク カカオtalk カカトーク テレグラム わっつあっぷ ワッツアップ ウィーチャット 微信 バイバー スカイプ フェイスブック
      ファイスブック チャットワーク ディスコード でぃすこーど オープンチャット 
      オプチャ  {ライン,line}の{トーク,グループ}
      line{交換,こうかん,の交換,のid} インスタグラム スナチャ 緑の{アプリ,メッセージアプリ} 緑色のアプリ
      緑の四角いアプリ {吹き出し,紙飛行機}の{アプリ,マーク} 吹き出しアプリ 紙飛行機アプリ 🟢で 🟢に 💚で xの@ xでdm マイid 線のアプリ ラインワークス`,
    'app-weak':
      'ショートメッセージ facetime imessage エックス スカイポ ビーリアル bereal てれぐら テレグラ つべ フェイスタイム ギャツビー ザロ ワッツアプ カトク カカオトク 鯖に テレグ zoomで zoomにて zoomに zoomまたは zoomか teamsで teamsにて teamsまたは teamsか ズームで通話 グーグルミート ミクシィ ブルースカイ スレッズ マストドン ライン インスタ いんすた カカオ ツイッター ティックトック ディスコ ワッツ メッセで ディスコ鯖 でぃすこ鯖 シグナル メッセンジャー スラック フェイスタイム ショートメール dm ディーエム でぃーえむ',
    'not-app': `
      ラインの{太,色,長,幅,位置,綺麗,きれい,先,途中,形} {instagram,インスタ,インスタグラム,line,ライン,twitter,ツイッター,facebook,tiktok}用
      ディスコ{音楽,系,行,ミュージック,クイーン,ダンス,サウンド,ボール,ソング} jrライン 公式アカウントは運営し
      insta360 ガイドライン オンライン アウトライン スカイライン デッドライン アイライン ボトムライン パイプライン クリスマスライン 新宿ライン
      ライン{ナップ,ストーン,入り,引き,工,スタンプ,電話,の水平,読み,生産,カー,を出,が入,が綺麗,がきれい,アート,ダンス,ペイ,ミュージック,上の}
      line{スタンプ,pay,music,live,チケット,ポイント,モバイル,ギフト,ニュース,漫画,マンガ,ペイ,ミュージック,の通知,の引き継ぎ,友の会}
      インスタント インスタライブ インスタ{映え,ばえ,レーション} カカオ{豆,マス,バター,ニブ,パウダー,フレンズ,ペイ}
      赤いライン 白いライン 青いライン 黒いライン シグナル{付き,プロトコル,音,を} メッセンジャーバッグ カカオ分 製造ライン 生産ライン 京葉ライン`,
    'app-talk': `
      {は,}まだ{あり,ある,在庫,残,売れ} {は,も}売れ{ました,ちゃ,てし}
      を見てくださ{って,り} を見てくれて を見てくださいまして 現金で{買った,購入した,払った,支払った,買いました,購入しま} 現金書留 現金輸送 現金のみの 現金自動 現金払いのみの {動画,写真}集 本社の 教材 英会話
      {で,に}見{た,て,ました,かけ} で話題 バズ 広告 告知 の通知 引き継ぎ 初期化 オーバーレイ アルバム 使い方 の授業 の本 映え 映像 世代 強度
      {サイト,ニュース,記事} スタンプ 公演 発酵 チョコ 焙煎 ママ友にも聞 グッズ ロゴ ステッカー ぬいぐるみ コラボ 検索履歴`,
    'account-word':
      'フレンド{に,申請,登録,コード} id dm ディーエム でぃーえむ アイディー アイデー あいでぃ アカウント qr qrコード {友だち,友達,ともだち}{に,申請,追加,登録,しま,検索,なり} お友だち フォロー プロフィール ユーザー名 ユーザーネーム',
  },
  en: {
    'app-sure':
      'my_ig ur_ig your_ig my_tele ur_tele my_disc ur_disc ur_snap ur_insta ur_line ur_kakao my_kakao my_discord ur_discord my_wechat ur_wechat my_facebook ur_whatsapp ur_telegram line_id line_account my_line my_snap my_insta your_insta your_line your_whatsapp my_whatsapp my_telegram',
    app: `
      whatsapp whats_app kakaotalk kakao_talk wechat we_chat viber skype telegram snapchat chatwork zalo instagram facebook
      on_signal to_signal via_signal fb_messenger facebook_messenger`,
    'app-weak':
      'tg bereal facey on_disc tele mixi bluesky line l1ne 1ine insta ig fb kakao discord signal messenger twitter tiktok slack snap threads facetime imessage dm',
    'not-app': `
      {which,what,whose}_line {the,a,in,this,that,first,second,each,next,last,of,finish,product,tree,fishing,dead,base,head,time,jr,metro,subway,train,bus,yamanote,chuo,loop,main,front,bottom}_line line_{art,drawing,up,of,in,at,between,stamp,2,1,music,pay,live}
      {the,a,no,my,radio,wifi,tv,strong,weak}_signal signal_{strength,from,cable,is} a_telegram telegram_{pole,stamp}
      snap_{button,on,ring,fastener} wechat_{sticker,stickers,pay} discord_nitro instagram_{is_where,filter} slack_{line,off}
      facebook_marketplace_is messenger_bag threads_are cotton_threads kakao_friends`,
    'app-talk': 'saw_{it,this,them}_on sticker stickers poster logo plush mug advert',
    'account-word': 'id account accounts username user_name handle qr qr_code add_me friend_request follow',
  },
};
