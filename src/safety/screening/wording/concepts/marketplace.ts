/** The marketplace, what it takes, and how people leave it. */
export const marketplace = {
  /** The marketplace itself. */
  P: `カートに カートの カートは カートへ
    アプリ あぷり サイト さいと ここ こちら 運営 うんえい 運営さん 運営側 運営会社 このサービス 当サービス プラットフォーム プラットホーム プラフォ システム しくみ 仕組み この仕組 この画面 画面 フリマ ふりま
    フリマアプリ 事務局 間の会社 会社さん 本部 胴元 元締め 大家さん 中の人 なかのひと 仲介サイト 仲介業者 仲介屋 仲人 マッチングサイト レジ 購入ボタン 購入画面 注文ボタン 予約ボタン ボタン ぼたん 購入手続き 購入手続
    決済 けっさい 決済画面 お会計画面 予約画面 予約システム 依頼フォーム この欄 この場 この掲示板 この窓口 取引画面 このページ 当サイト 本サイト 派遣会社 お上 親方 あの会社 むこうの会社
    {the,this,that,their,an,your}_app {the,this,that,their}_{site,website,platform,page,system,agency,company,marketplace,middleman,middle_man,server,servers,house,checkout,button,buttons,service,portal,place} app_people these_guys these_people
    platform website checkout the_buy_button buy_button order_button book_button booking_system middleman middlemen escrow on_here in_here via_here through_here off_here from_here here_is here's paid_here pay_here buy_here
    kono_apuri apuri saito_wo kono_site `,
  /** Inside the marketplace, as it should be. */
  I: `アプリ内 アプリ上 サイト内 サイト上 サービス内 {アプリ,サイト,ここ,こちら,画面,ここの決済,アプリの決済,サイトの決済,通常の決済}{で,から,にて}{お,}{支払,払,決済,購入,予約,申し込,申込,注文,手続,依頼} {アプリ,サイト,ここ,こちら,運営}{を,}{通し,通じ,介し,経由し,通す}て {アプリ,サイト,ここ}{を,}通した {アプリ,サイト,ここ}{を,}通さないと
    {アプリ,サイト,ここ,こちら}だけ {アプリ,サイト,ここ,こちら}のみ {アプリ,サイト,ここ,こちら,この画面}の{中,なか}{で,だけ} {アプリ,サイト,ここ}のまま {アプリ,サイト}完結 {アプリ,サイト}決済 アプリ経由 サイト経由 決済済み 決済済 払い済み 支払い済み 支払済 事前決済 ここで完結 このままここで ここに{書い,送って} メッセージ機能 取引メッセージ
    取引メッセ 購入後に 購入後 ご購入後 購入してから 購入いただ 購入して{くだ,いただ,から,もら} 即購入 購入申請 予約確定 予約を確定 予約してから 予約を入れて 購入者保護 匿名配送 受取連絡 受け取り確認 受取確認 受取評価 売上金 振込申請
    in_app in_the_app inside_the_app within_the_app through_{the,this}_{app,site,platform,website,checkout,system} via_{the,this}_{app,site,platform} using_the_app on_the_{app,platform,site,listing} on_platform on_this_{app,site} keep_it_{on_here,here,in_the_app,on_the_app} stay_{on,in}_the_app paid_in_{the_,}app
    through_here via_the_checkout use_the_checkout book_through already_paid paid_through pay_through pay_in_{the_,}app buyer_protection seller_protection pay_by_card paid_by_card book_here buy_it_now after_checkout before_pickup_in_app`,
  /** What the marketplace takes. */
  F: `a_cut_of app_cut #percent #%も #割も
    手数料 てすうりょう てすう料 手間賃 仲介 仲介料 仲介手数料 中抜き なかぬき 中間マージン マージン ピンハネ ぴんはね ピンはね 紹介料 利用料 システム料 サービス料 間に入 あいだに入 間に人 {引か,取ら,とら,抜か,ぬか,はねら,跳ねら,削ら,搾ら}れ 差し引かれ 差っ引かれ 天引き 持っていかれ 持ってかれ 持っていく
    もってかれ もっていかれ 取り分 取りぶん とりぶん 上前 場所代 みかじめ ショバ代 寺銭 テラ銭 お布施 お賽銭 関所 通行料 税金みたい 年貢 上納 ロイヤリティ 食わす 食われ 吸われ 吸い上げ 巻き上げ 抜きよる 取りよる 取りすぎ 取りやがる ぼったくり ぼられ 中間搾取 搾取 {一,二,三,#}割{も,取,引,抜,の,が,分,持,くらい,やる,払,納}
    {一,#}割 差額 差分 差し引か 込みの値段 込みの金額 上乗せ 乗せてる 乗ってる のっかって 浮いた分
    {the,no,any,their,its,booking,service,platform,app,site,guest,selling,seller,less,minus,without,that,saves,listing,cleaning}_fee fees {no,their,the,its,a,any,your,platform,app,taking_a,takes_a,take_a,house}_commission commission commissions their_{cut,share,slice,percentage,bite} takes_{a_cut,a_slice,#,the,fifteen,twenty,ten} taking_a_cut take_a_cut the_cut middleman's_cut percent surcharge markup mark_up skims skimming rake_off
    house_takes they_take they_charge they_keep app_takes site_takes app_eat they_eat the_toll tollbooth tithe service_charge tesuuryou tesuryo tesuryou`,
  /** Leaving the marketplace out. */
  X: `{通さ,とおさ,介さ,かいさ,経由せ,経由し,使わ,つかわ,挟ま,はさま,はさま,押さ,おさ,経,触ら,いじら,開か,載せ,のせ,出さ,書か,入れ,上げ}{ず,ん,んと,へん,ねぇ,なく,ない,ないで,ねえで} 通さな 通らな 通らず 通すほど 通す必要 通さん 介さな 使わな つかわな 使わねぇ 使わねえ つかわねぇ
    経ずに 経ずして 経由な 挟まな 押さな ぽちらな ポチらな ポチらず ポチるな ポチる前 ポチっと 抜き 抜きで ぬきで ぬき 抜きの 抜いて ぬいて 抜けて 抜けて 飛ばし とばし 飛ばす とばす 飛ばそ すっ飛ば ショートカット スキップ すきっぷ 省い 省く 省き はぶい はぶく 省略 割愛 除い 除け
    不要 ふよう いらん いらない いらんよ いらへん いらね いらねぇ 要らん 要らない 要りまへん いりまへん 必要ない 必要なし 必要ありま 載せん のせん 出さん なしで なしの 無しで 無しの ナシ なしに 無しに なしやで なしという やめと やめま やめよ やめて やめに 止めて 止めま 離れ はなれ 卒業 迂回 素通り
    よけて 避けて さけて 避ける 回避 すり抜け くぐり抜け 脇道 裏口 裏道 抜け道 関係なし 独立 抜きにし 放置 使うのやめ 無視 見せん 知らんぷり 閉じて 閉じま 開かんで 頼らず 頼らん またが 跨が 代わりに じゃなくて ではなく じゃなく やなくて やのうて じゃのう でなく
    without skip skips skipping bypass bypassing avoid dodge sidestep work_around workaround get_around around_the no_need don't_need dont_need doesn't_need needn't need_not not_needed instead rather_than forget_the forget_this forget_about ditch ditching drop_the drop_this leave_the leave_this leaving_the
    cut_out cut_them_out cutting_out cut_the cut_this lose_the minus_the no_app no_apps no_site no_platform no_middleman no_booking no_order no_checkout nobody_taking kick_out keep_the_app_shut app_closed close_the_app nobody's_server out_of_it out_of_this out_of_the_loop stay_off off_the_books not_on_the_app not_through not_via not_in_the_app nashi_de nuki_de tsukawanai toosanai
    don't_{press,click,tap,push,hit,book,order,checkout,reserve,use,buy} dont_{press,click,tap,push,hit,book,order,checkout,reserve,use,buy} do_not_{press,click,tap,push,hit,book,order,reserve,buy} not_push no_push`,
  /** Ending the order or the booking. */
  C: `キャンセル きゃんせる キャンセ 取り消 取消 とりけし とりけす 取りやめ 取り止め 白紙 なかったこと 無かったこと なしにして ナシにして 不成立 未成立 未完了 流して 流しま 流す 流れた 断ったこと 却下 辞退 否認 解約 解除 打ち切 終了 終わったこと 落としとく 落としま 見送 成立させ 承認せ 成立はさせ 縁がなかった ご縁がなかった 値段折り合わ 返金処理
    返金申請 返金して 返金する 返品で 返品扱い 商品違い 商品が違 不備 バラし ばらし 破談 保留にし 途中で切 予約を消 予約消 依頼を消 依頼消 注文を消 購入をやめ 購入をとりや 購入は{なし,やめ,せず,しない} 購入せず 購入しないで 買わずに 予約せず 予約なし 予約は{なし,せず,しない,入れず} 依頼せず 注文せず 注文しないで 成立しない
    cancel cancels cancelled_it canceled cancelling cancellation cancel_here decline reject rejected_it refund_me scrap_the scrap_this void call_off called_off back_out fall_through withdraw withdrew drop_the_order drop_the_booking delete_the_{order,booking,request} kyanseru torikeshi tsugou "unavailable" expire lapse`,
  /** Taking an offer down, or listing it again for somebody. */
  Z: `けしとく けします けしちゃ けすね けすよ けすから けすわ キープし
    取り下げ 取下げ とりさげ 取り下 取下 下げとく 下げます 下げちゃう 下ろし 引っ込め ひっこめ 消し 消す 消そ 消え 消せ 削除 さくじょ 非公開 公開停止 出品停止 売れたこと 売り切れにし 売り切れたこと 売り切れ扱い 売り切れ設定 売り切れ 売約済 sold扱い 掲載終了 掲載を終 掲載をやめ 出品をやめ 出品やめ 出品を終 出品を消 出品せ 出品は消 出品けし
    出品しない 出品いたしません 出品し直 再出品 出し直 出しなお 専用 専用ページ 専用出品 専用作 専用に 取り置き 取り置 取っといて とっといて おさえて 抑えて     take_down take_it_down take_the_{ad,listing,post}_down take_this_down takes_down taking_it_down took_it_down {pull,remove,delete,close,end,yank,kill,hide,unpublish,drop}_{the,this,my,your}_{listing,ad,post,offer,page} close_out pull_it delist relist re_list list_it listing_down mark_it_{as_,}sold mark_as_sold set_it_aside hold_it_for private_listing reserved_for kesimasu`,
  /** For form's sake. */
  K: `ダミー だみー 形だけ かたちだけ 形式上 形ばかり 名目 表向き おもてむき 建前 たてまえ 書類上 体裁 ふりをし フリだけ 振りだけ ことにして ことにしま ことにし てことで ってことで という体 ていで テイで 体で 架空 仮の 偽の 空取引 空発送 見せかけ アリバイ 帳尻 表では 実際は 実際に 本当は ほんとは ほんとう ほんまは 実質 本体は
    #円で出 #円の商品 百円で 百円の 1円で #円で購入 #円で買 #円に直 評価だけ 評価のため レビューだけ 付け合 つけ合 つけあ 残りは のこりは 残金 残り 半分は 残額 一部だけ 最低額 最低料金 最低金額 最安 見積もりだけ 見積だけ 飾り 半々 半分だけ #時間だけ #コマだけ #回だけ 一時間だけ 最初だけ 初回だけ 一回目だけ 一回だけ
    dummy placeholder for_show on_paper officially unofficially just_for_the_review for_the_review the_system's_happy fake listing_for_# the_other_half the_rest the_remainder the_balance rest_in rest_on remaining nominal pretend "pen" one_yen hundred_yen low_price_here only_one_hour just_one_hour for_one_hour looks_like amari_wa nokori`,
  /** Other marketplaces, and shops of one's own. */
  E: `baseで baseの baseに base.shop my_base boothで boothの ブースで出
    メルカリ めるかり メルカ○ メルのつく ラクマ らくま ヤフオク やふおく ヤフーオークション ヤフフリ ペイペイフリマ paypayフリマ ジモティー ジモティ じもてぃ ジモテイ 地元の掲示板 黄色いオークション 楽天市場 ミンネ minne クリーマ creema ベイス thebase ストアーズ stores.jp shopify ショッピファイ booth イーベイ ebay アマゾンの店 セカスト オークション オクで 某オク 別のフリマ
    他のフリマ よそのフリマ 別サイト 他サイト {別,他,ほか,よそ,隣,むこう,向こう}の{サイト,アプリ,フリマ,場所,ところ,とこ,オークション,店} 別のとこ あっち むこうのほう 向こうのほう むこうで 向こうで 自社 自社サイト 直営 直売 直販 産直 無人販売 朝市 うちの店 うちのサイト うちのショップ 自分の店 自分のサイト 自分のショップ 当店 当工房 当教室 拙店 弊社 当社 うちとこ
    私の店 店頭 店頭で 店先 実店舗 オンラインショップ オンラインストア ネットショップ ネット店 通販ページ 通販サイト 通販 公式サイト 公式ショップ 直サイト 即決 落札 出店 回数券 チラシ 名刺 カタログ 会員価格 会員制 顧客名簿 rmt
    mercari rakuma jimoty yahoo_auction yafuoku craigslist facebook_marketplace fb_marketplace marketplace gumtree depop vinted etsy carousell bulletin_board other_app other_site other_listing another_app another_site different_app different_site {my,our}_{own_,}{shop,store,site,website,webshop,stall,page,booking_page,listing,etsy,ebay,depop} shop_page order_page
    over_there on_there buy_it_there cheaper_there price_there farmers_market market_stall flea_market sell_there grab_it_there find_us_at`,
} as const;
