import type { Area } from './tags';

/** Places on the web where somebody can be found without an address being written. */
export const places: Area = {
  ja: {
    place: `
      {google,グーグル,ぐうぐる}{で,に,さん,検索} ブログ ぶろぐ アメブロ あめぶろ アメーバ ameba はてな {ノート,note}{に,で,の記事,さん,という} {note,ノート}の{ほう,方,アカ} wordpress ワードプレス notion ノーション ホームページ hp web ウェブサイト webサイト ネットショップ ネットの店 ネット店 通販サイト オンラインショップ ウェブショップ 予約サイト 予約ページ
      {べーす,base,ベイス,ベース}{で,に,の,のほう,さん} ミンネ minne クリーマ creema ブース{で,に,の} booth stores ストアーズ 楽天{市場,の店,のほう,の方,に,で} あーるの楽 ヤフショ ヤフーショッピング ヤフオク ヤフーオークション ジモティー ジモティ じもてぃ ジモのティー ラクマ メルカリ ペイペイフリマ イーベイ ebay エッツィ etsy ショッピファイ shopify 楽して天まで
      youtube ユーチューブ ゆーちゅーぶ つべ 動画サイト 赤い三角 チャンネル 概要欄 がいよう欄 概要のところ ストリートビュー {google,グーグル,ぐーぐる,グーグルの,googleの,ぐうぐる}{マップ,まっぷ,map,地図} マップ{で,に} 地図{で,に,アプリ} 地図に出 地図出る
      リンクツリー linktree リットリンク りっとりんく litlink lit.link プロフのリンク プロフィールのリンク プロフのurl ホットペッパー ホッペパ ホットペパ 食べログ 食べるマップ みんカラ カーセンサー カーの感覚 価格コム もう{一つ,ひとつ}の{サイト,予約サイト} lp 直サイト {通販,販売,ショップ}のほう フォーム 申し込みフォーム 予約フォーム 問い合わせフォーム ブラウザ ネット{で,に} 公式サイト`,
    'sure-place': `
      qrから{うち,私,わたし,店,予約,サイト,ページ,hp,注文} 動画の{説明欄,説明,概要} {自社サイト,自社ストア,自社通販}{から,で} 通販ページ {プロフ,プロフィール}の{リンク,url}{から,に,を,へ,先} {プロフ,プロフィール}{欄の,に貼った}リンク {リンクツリー,リットリンク,りっとりんく,litlink}{に,から,の,で} 概要欄{に,から,の,で,見} {弊店,弊社,当店,当院,当教室,私ども}の{hp,ホームページ,サイト,ウェブサイト,オンラインショップ}{から,で,に,の,へ,を} {ホームページ,hp,サイト,ウェブ,web}の{お問い合わせ,問い合わせ,問合せ,予約,申込,申し込み,お申し込み}{フォーム,ページ,から}
      {ホームページ,hp}{から,より}の{予約,ご予約,申込,お申し込み,注文,ご注文,ほう,方} {ホームページ,hp}{から,より}{予約,ご予約,お申し込み,申し込,注文,ご注文} hpのフォーム`,
    'site-asked': `
      {url,リンク先のurl,ホームページ,ウェブサイト,webサイト,お店のサイト,お店のhp,ブログ}{,を,も,って,とか}{教えて,もらえ,もらえた,いただけ,お持ち,お知らせ} お店の{サイト,ホームページ,hp}{,は,って,とか}{あります,ありません,ある,ない,お持ち} ホームページ{,は,って,とか}{あります,ありません,お持ち}`,
    'own-place': `
      {google,グーグル,ぐうぐる,googleの,グーグルの}{マップ,まっぷ,map,地図}{を開,に載,に出,で検索,で出,に登録,の口コミ} {カード,名刺,箱の中,チラシ,看板}の{qr,qrコード}
      {うち,うちら,私,わたし,わたくし,俺,僕,自分,当店,弊店,弊社,当社,当方,当院,当教室,教室,お教室,店,お店,塾,サロン,工房,会社,アトリエ,スタジオ,農園,カフェ}の{ホームページ,hp,ブログ,サイト,直サイト,ウェブサイト,webサイト,web,ネットショップ,オンラインショップ,アメブロ,lp,予約ページ,予約サイト,note,チャンネル,youtube,ユーチューブ,つべ,base,べーす,minne,creema,booth,リンクツリー,リットリンク,りっとりんく,フォーム,グーグルマップ,通販,日記}
      {わたし,私,うち}の小さなお店`,
    lookup: `
      検索 けんさく ググ ぐぐ 調べ{て,た,る,りゃ,れば} お調べ しらべて 打っ{て,た} うって 入力して 入れ{て,た,れば} 探{し,す,せ} お探し さがし さがす 出て{き,く,る,ま,参り} 出てきます 出ます でます 出るよ 出るから でてき {トップ,一番上,いちばん上,一番目,1番目,一番め,先頭}{に,で,の,が,です,から} 一発で ヒット 引っかか ひっかか お尋ね 見つかり お読み 開いて お開き 飛んで とんで 見てみて ご覧 お見かけ たずね 見れ{る,ます}`,
    mine: `
      うち{の,ら} ウチ{の,も} 私{の,が,も,です} わたし{の,が,も} わたくし{の,が,ども} 私ども 手前ども 俺 僕の 自分の 当店 弊店 弊社 当社 当方 当院 教室名 お教室 店名 屋号 屋号で 店の名 お店の名 店の名前 お店の名前 教室の名 塾の名 サークル名 筆名 ペンネーム 本アカ {やって,載せて,のっけて,置いて,上げて,あげて,まとめて,書いて,つけて,出して,出店して,受けて,受け付けて,並べて,売って,販売して}{る,ます,おり,い,お,まし,あ} 出てます 出ております オーダー受け 登録あ に上げてる 載せとい 載せてお のせてます 載ってございます 店出してる 出てる 掲載しております こしらえ 開設 うちの店 先生の`,
    offer: `
      オーダー 予約 申し込 申込 注文 購入 買 安{い,く} 問い合わせ 問合せ フォーム 電話 番号 連絡 お便り 体験 入会 来店 割引 クーポン オフ 無料 手数料 ポイント 在庫 窓口 料金 作例 事例 見積 メッセ コメ欄 コメント 求め お得 引き 最新 地図`,
    'contact-there':
      '{連絡先,電話番号,番号,窓口,お電話,問い合わせ先}{が,も,は}{あ,ご,載,の,書,かい} 電話ボタン 番号も載 番号載',
    'same-name':
      '{同じ,おなじ}{名前,なまえ,タイトル,写真,ユーザー名,id,商品,出品名,アカ} 同名 出品名同じ 名前同じ なまえ同じ ぜんぶ同じ',
    'in-app': `
      アプリ{内,の検索,で検索,の中,の上} このアプリ{で,内} 検索窓 {別,他,ほか,わたし,私,うち}の{他の,別の,}出品 出てきた 出てきました 定価 メーカー 出版社 型番 品番 製造番号 isbn jan 適合 相場 落札 年式 売り切れ 完売 偽物 色味と違 公式の 誘導 偽サイト 手帳で 新品{を,で,の,が,なら} 説明書 仕入れ`,
    refuse: '関係ござい 関係あり 関係ない 私のじゃ わたしのじゃ わたくしのではな 同姓',
  },
  en: {
    place: `
      blog website web_page webpage homepage home_page landing_page linktree link_tree youtube yt_channel youtube_channel channel vlog wordpress w_press notion google_maps google_map maps map_pin street_view the_pin {fb,facebook}_page facebook_marketplace fb_marketplace craigslist ebay depop vinted etsy gumtree carousell jimoty jmty mercari rakuma shopify big_cartel substack tumblr medium patreon other_flea_app other_site auction_site
      {biz,business,order,contact,booking,shop,store,listing}_page order_form contact_form booking_form booking_site google in_the_net on_the_net web_store online_store online_shop webshop description_box link_in_my_bio my_bio`,
    'sure-place':
      'google_{me,us,my_name,our} {find,see}_{me,us}_on_{yelp,google,tripadvisor,maps,etsy,ebay} youll_find_our if_you_google {my,our,the}_link_in_{my,the}_bio link_in_{my_,the_,}bio {contact,order,booking}_form_on_{my,our}_{site,website,page,blog} our_{homepage,website,web_site} {my,our}_website_{has,is,for} from_{our,my}_{homepage,website,site} on_{my,our}_{blog,website,own_site} my_linktree my_blog_has',
    'site-asked':
      "{whats,what's,what_is}_{your,ur}_{website,web_site,site,homepage,url} do_{you,u}_have_a_{website,web_site,homepage,blog,webshop,page} got_a_website",
    'own-place': `
      {my,our}_own_{website,site,page,shop,store} on_google_maps google_maps_listing opens_my_{shop,page,site} {qr,qr_code}_on_the_{card,box,flyer}
      {my,our}_{blog,website,web_site,site,own_page,biz_page,business_page,webshop,online_shop,online_store,channel,youtube,youtube_channel,linktree,link_tree,etsy,ebay,depop,vinted,craigslist_ad,craigslist,fb_page,facebook_page,landing_page,booking_page,booking_site,order_form,form,portfolio,homepage,home_page,bio,own_site,moving_out_page,substack,patreon,notion_page,google_listing}`,
    lookup: `
      google googling search search_for look_up look_me_up look_for look_for_me find_me type comes_up pops_up come_out first_result top_result first_hit first_one_is page_2_of page_one those_words check_fb check_out find_the_pin search_mo see_my you_see_my see_the chk_the check_the look_on`,
    mine: "i'm_also i_am_also i'm_on im_in my mine me that's_me our i_ship i_sell i_post i_put seller seller_name shop's_called blog's_called called",
    offer:
      'order book booking call ring contact contacts cheaper kinder price prices form message bundle discount no_charge no_fee no_service_charge number phone menu rates buy deal last_price shop skip_the_cut newest reviews review',
    'contact-there':
      '{phone,my,the,our}_{number,contacts,contact}_{is,on,at,under} call_button order_form contact_form contact_page',
    'same-name':
      'same_{name,handle,id,username,fridge,photo,photos,pic,item,bed,porch,stuff} listed_too as_well_on on_there_too',
    'in-app':
      "in_the_app inside_the_app in_this_app on_this_app on_here in_app in_search in_the_help help_page order_page booking_page_of retail maker manual manufacturer original_price copied reader translate calendar your_own_username confirmation_page not_mine don't_have_a no_connection brand_new",
  },
};
