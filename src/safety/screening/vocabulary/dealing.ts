import type { Area } from './tags';

/** Words of dealing past the marketplace. */
export const dealing: Area = {
  ja: {
    'not-dealing': `
      振替{レッスン,授業,日,講習,の授業,のレッスン,は,を,も,枠} 振り替え 封筒{で送り,で送ります,で発送,に入れて送,サイズ,型} 直接{行け,行き,見,触,肌,日光,当た,伺,お伺い,お越し,取りに,ご指導} {直で,直に}{見,触,会}
      現金として 現金{は不要,不要,不可,いら,はいら,は持ってこ,は持たず,は受け取りま} キャッシュレス 口座{登録,の登録,を登録} 銀行{の隣,の前,の角,の横,の窓口,員}`,
    'direct-deal': `
      直で{よく,いい,良,どう,よき,おけ,ok} {運営,サイト,アプリ,会社}{を,}{挟ま,はさま,飛ばし,とばし}{ず,ない,て}
      {直,ちょく,チョク}{取り,取,とり,トリ,引き,引} {直で,直に,直の}{取引,売買,売,買} 個人売買 個人間売買 個人{で,的に,同士で,間で}{取引,売買,契約} 外部{売買,契約} 裏{売買,契約} 闇売買 サイト外取引 アプリ外取引
      直接取引 直接取り引き 直接とりひき ちょくせつとりひき ちょくせつ取引 直取引 直取り引き 直取 ちょくとり チョクトリ じか取引 直接の取引 直接のお取引 直接お取引 直接売買 直接契約 個人契約
      個人取引 個人間取引 個人間の取引 裏取引 闇取引 外部取引 現金取引 専属契約`,
    direct: `
      弊社とご契約 弊社と契約 私と契約 直送する 直送し ちょくで チョクで
      うちに{来て,きて,来られ} {うち,店,お店}に{直接,来て,きて} うちの店 二人だけ ふたりだけ 当人同士 直接 ちょくせつ 直で 直に 直だと 直送金 じかに じかで 個人的に 個人同士 個人間 当事者間 当事者同士 個別に サシで 個人間送金 直やり 直の方 裏で 裏ルート 別のルート 別ルート こっそり 内緒 個人で`,
    outside: `
      {アプリ,サイト,ここ}の{ほう,方}は{,一旦,いったん,一度}{やめ,なし,取り消,キャンセル} {ここ,アプリ,サイト}で{買う,頼む,かう}より {アプリ,サイト,ここ}{じゃ,では}なく を通さなくて ここは見積もりだけ 支払いは別で 契約は別で {アプリ,サイト}で{買わ,かわ,購入し,決済し,払わ}ないで {ここ,アプリ,サイト}の{決済,購入ボタン,購入}{は,を,}{押さ,せず,しないで} 使わないで ここではかわ ここで買わ ここでかわ ここ{は,では,で,,の}{押さ,買わ,かわ,決済せ,払わ} {サイト,アプリ,ここ,当サイト,こちら}{を,}{介さ,経由しな,経由せ,挟ま,はさま} {アプリ,サイト,ここ}{ば,}{通さ,使わ} 向こうのサイト {アプリ,サイト}だる {アプリ,サイト}は{やめ,なし} {アプリ,サイト,仕組み,サービス,この場}{を,,は}{使わ,つかわ,通さ,利用せ}{ず,ない,ん} そとでか 外で買 外でか 別口で 水面下で 非公式に 内々に ここ以外で ここじゃな ここではなく アプリ使わず 購入ボタンは押さず
      {本サイト,アプリ,サイト,ここ,こちら,運営,システム,プラットフォーム,メルカリ,仲介,フリマ}{を,は,,も}{通さ,とおさ,介さ,かいさ,経由せ,経由し,使わ,つかわ,抜き,ぬき,なし,無し}
      {アプリ,サイト,プラットフォーム,ここ}{の,}{外,そと}{で,の,に,} 外で{やろ,やり,取引,会って,売} 外部で {アプリ,サイト}いらない あぷりいらな {アプリ,サイト}外`,
    deal: `
      {受け,うけ}{ます,られ,ますよ,れます} 話を進め 話をすすめ 進めさせ 進めたい 発注 依頼 お求め 頂戴 かう 売買 精算 やった 結び 成約 取引 とりひき 売{る,り,って,れ,ったげ,っていただ} うります ゆず 譲 買って 買い取 買えま 買い 購入 契約 注文 発注 申し込 申込 教えたい 渡し わたし{ま,たい} わたします 渡せ 支払 払 はらう はらい はらって 手渡し やりませんか やりとり やりまし やりたい やり直
      やろ やらへん やったら やりま しましょ いけますか 会って 会うて お会い`,
    fee: '経由ですと サイト経由 アプリ経由 紹介料 マージン {1,2,3,一,二,三}割{とら,取ら,抜か} {アプリ,サイト,ここ,運営}{を,}{通すと,通したら,経由だと,経由すると} 中間マージン {アプリ,サイト,運営}{が,は,,に}{お金,おかね}{とる,取る,とられ,取られ} 手数料 てすうりょう 仲介料 マージン 中抜き 利用料 {1割,2割,3割,一割,二割,三割}{抜,引,取} 割抜かれ 割引かれ 割取られ 通すと高い 通すと手数料',
    avoid:
      '省{く,い,け,き} はぶ 避け {無し,なし,ナシ,ゼロ}に{する,でき,しま,しよ} 浮か 回避 取られない 引かれない 払わずに 払わなくて',
    meeting: '会って 会うて おうて お会いし 会った時 会ったとき 対面',
    wire: 'アリペイ 支付宝 微信支付 ウィーチャットペイ 尼ギフ アマギフ amazonギフト アマゾンギフト ウエスタンユニオン ビットコイン 仮想通貨',
    saving: `
      {1,2,3,一,二,三}割引き {1,2,3,一,二,三}割引に お勉強 勉強いたし うざ 引きで だる あほらし アホらし アホくさ あほくさ 損 {安く,安う}{し,なる} 安い おやす 高か たかか 還元 もったいな 勿体な 取られる 得です 得だ 得さ お得 避けるため 避けて 惜し かからな かかりませ かかりま かがらね とられ 取られ 抜かれ 引かれ ケチ 節約 浮く 浮き 浮か 安く 安い 安ぐ 安う 安上がり やすい やすく 値引 割引 円引 まけ 半額 お得 たかい 高い 高くて 高くな 割高 バカらし 馬鹿らし
      なしで だるい 引いて 無料 なくて やだ 引きに 引きと`,
    pay: `
      お代 代金は当日 お金もらえ お金もら 手付金 直接いただいて 直接頂いて 前払いで 現金 げんきん その場で払 お金をくだ お金くだ お金を渡 お金渡 お金をわた 即金 前金 内金 半金 先払い メルペイ d払い キャッシュで 入金して おかねおく お金送 封筒 paypay ペイペイ ぺいぺい ペイで 送金 アマギフ ギフト券 ギフトカード amazonギフト 書留 銀行振込 銀行振り込み ぎんこうふりこみ 振込 振り込 ふりこみ 振替 手渡しでもら 手渡しで払 手渡しでいただ 料金手渡し 料金は手渡し お金渡 おかねわた 直振込 封筒 ふうとう おかねください 楽天ペイ lineペイ 仮想通貨 ビットコイン`,
    bank: 'ぎんこう 口座番号 口座宛 振込先 口座 こうざ 銀行に 銀行へ 銀行口座',
    cancel:
      '無かったこと ナシにして キャンセルで 閉じます 閉じまし 解約 白紙 なかったこと 購入ボタンは押さ 購入ボタンを押さ ボタン押さ キャンセル 取り消し 取消 取り消 とりけし 取り下げ 取下げ 購入はなし 購入なし 削除して',
    delist:
      '掲載終了 掲載を終 掲載をやめ 出品{取り下げ,取下げ,消し,消す,取り消,削除}し 出品{を,は}{取り下げ,取下げ,消し,消す,取り消,削除} 出品{取り下げ,消し,消す} 依頼を取り下げ 依頼取り下げ',
    market: `
      {別,他}{アプリ,サイト,の場所} よその{フリマ,サイト,アプリ} オンラインストア ネットショップ ウェブショップ {弊社,当社,自社}{の,}{サイト,ストア,ショップ} 淘宝 タオバオ {他,別,よそ}の{サイト,アプリ,ところ,とこ,ショップ} サイトのほうが安 サイトの方が安 自分のサイト うちのサイト rmt ヤフオク ヤフーオークション メルカリ ラクマ ジモティー ペイペイフリマ paypayフリマ チケット流通センター チケ流 別のフリマ 他のフリマ 別のサイト 他サイト 別サイト オンラインショップ 自社サイト ベイス minne 
      チラシ`,
    there:
      'そこで出 出します 出しま お求め 手渡し そっち来 そこ買 そこで買 そこでか そっちで出品 そちらでお で出品 専用作 で売って に来て そっちで そっちの あっちで 別で売 別で買 の方で のほうで そちらで そちらの方 そっちで 専用 買ってもら 出品して 出してま に出して 安く出 でどうぞ で購入 より購入 よりご購入 から購入 より次回',
    'next-time':
      'つぎから つぎは つぎの 二回目から 2回目から 三回目 次回 次から 次がら 次は 今後は これからは 2回目以降 二回目以降 体験のあと',
    'through-platform': `
      銀行振込の手数料 振込の手数料 アプリのヘルプ 使えるお店 使える店 使えるところ {サイト,規定}の{規定,ルール} 売上金で アプリの残高
      振込手数料 振り込み手数料 口座の登録 口座登録 振込申請 売上金 売上の
      {アプリ,サイト,運営,ここ,こちら,サービス,プラットフォーム}{で,に,の,内,内の,から,の中}{決済,払,はら,支払,お願い,おねがい,購入,進め,予約,取引} アプリのまま アプリ内 アプリ決済 このサービスの決済 このサービスで このまま 運営が 運営側
      アプリから アプリの {通報,報告}し のみとさせ`,
  },
  en: {
    'not-dealing': `
      {direct,directly}_{sunlight,flight,train,bus,under,above,below,opposite,behind,from_the_manufacturer} bank_{holiday,holidays,clerk} {power,piggy,river}_bank cash_{register,machine} no_cash_needed private_{room,school,bathroom}`,
    'direct-deal': `
      {choku,tyoku}_{tori,torihiki} off_the_books between_ourselves between_the_two_of_us cash_job deal_without_{it,them,the_fee} direct_deal direct_deals deal_direct deal_directly private_deal private_sale side_deal cut_out_the_middleman no_middleman bypass_the_{app,site,platform,fee,fees} sell_directly sell_it_directly sell_direct buy_direct direct_transaction off_platform off_the_platform skip_the_fee skip_the_fees
      skip_the_platform skip_the_app avoid_the_fee avoid_the_fees dodge_the_fees save_the_fee save_the_fees`,
    direct:
      'come_to_me to_me_direct ring_me_direct call_me_direct pay_me_direct do_it_in_person directly direct privately private in_private friends_and_family straight_to under_the_table',
    outside: `
      leave_the_{website,app,site}_out cut_out_the_{middle_man,site,app,website} outside_{the,this,of_the,of_this}_{app,platform,site,website} off_here not_on_here not_through_here {don't,dont,do_not}_buy_{it,this,them}_here {no_need_for,with_no_need_for,without}_{the_,}{app,site,platform} between_us {ditch,bypass}_{the,this}_{app,site,platform} no_need_for_the_app {don't,dont,do_not}_need_the_{app,site,platform} on_the_side around_the_app not_through_the_app {skip,forget,drop,leave}_{the,this}_{app,site,platform}  outside_app outside_of_app off_{the,this}_{app,site} without_{the,this}_{app,platform,site,website} without_app no_app no_app_needed`,
    deal: 'settle purchases charge bookings complete rent hire book booking deal deals sell buy pay send meet trade transfer do_it do_this purchase',
    fee: 'skims commissions percentage takes_20 takes_10 takes_15 booking_fee fee fees commission no_commission cut their_cut a_cut charges',
    avoid: 'avoid dodge without_it skip save_us save_both save_the get_around no_fee no_fees without_fees',
    meeting: 'irl in_person face_to_face meet_me meet_up in_town come_by saturday arvo',
    wire: 'paypal_ff paypal_friends pp_ff friends_and_family steam_gift_card zelle venmo cashapp cash_app revolut western_union alipay wechat_pay moneygram bsb',
    saving:
      'steep wild less charge_less knock waive cheaper skip save saves avoid discount too_expensive no_fee no_fees joke knock_off take_a_cut off_in_person lower',
    pay: 'check_instead me_a_check bring_cash cash pay_you pay_me hand_me wire_me give_you_cash venmo paypal zelle cashapp cash_app wire bank_transfer transfer_money gift_card crypto bitcoin revolut wise money_to',
    bank: 'bank bank_account my_account',
    cancel: 'cancel cancel_here',
    delist:
      '{take_down,pull,delete,remove,close,end}_{the,this,your}_listing take_it_down pull_it_down take_down',
    market:
      'another_site other_site different_site another_app your_own_{website,site,page,shop,store} own_website my_website my_own_site craigslist ebay yahoo_auction mercari rakuma facebook_marketplace gumtree depop vinted my_shop my_store etsy',
    there: 'rather there instead over_there listing_instead grab_it_there buy_from_my',
    'next-time':
      'in_future in_the_future future_bookings future_booking future_orders next_booking next_order next_time from_now_on',
    'through-platform':
      'through_the_app in_the_app in_app via_the_app by_app via_app through_app app_only in_here',
  },
};
