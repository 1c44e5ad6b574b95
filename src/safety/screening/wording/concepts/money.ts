/** Money and how it gets from one to the other. */
export const money = {
  /** Money that changes hands without the marketplace. */
  Y: `ツケで ツケとい
    現金 げんきん 現ナマ 現生 げんなま キャッシュ きゃっしゅ 現金払い 現金手渡し 現金渡し 現金書留 小切手 手形 手渡し 手渡 てわたし 手わたし 振込 振り込み 振り込ん 振り込む 振り込め 振込み ふりこみ ふりこん お振込 振込先 銀行振込 振替 口座 こうざ 口座番号 口座名義 普通口座 普通預金 当座 支店名 入金 入金して
    送金 そうきん 送金リンク 個人送金 ペイペイ ぺいぺい ペイで ペイ払い ペイ送 p払い ペイ派 paypay ラインペイ linepay 楽天ペイ d払い メルペイ auペイ ことら 銀行ペイ 千円札 五千円札 一万円札 千円 五千円 万札 諭吉 栄一 北里 渋沢 野口さん 漱石 お札 札で 札束 ピン札 札 小銭 硬貨 五百円玉 #円玉 銀行 ぎんこう ゆうちょ 郵貯 信金 みずほ 三菱ufj 三井住友
    ネット銀行 atmで 封筒 ふうとう 茶封筒 のし袋 ポチ袋 月謝袋 集金袋 袋に 袋で 包み お包み 包ん 通帳 貯金箱 ギフト券 ギフトカード ギフトコード ギフト番号 アマギフ あまぎふ amazonギフト アマゾンギフト 商品券 お米券 クオカード quoカード 図書カード プリペイド webマネー ウェブマネー スタバカード 請求書払い 請求書 掛け売り 掛けで つけ払い 月末払い 月末締め
    日払い 週払い 代引 代金引換 仮想通貨 ビットコイン 銭 ぜに 銭は 銭を ゼニ おあし 生金 身銭 物々交換 物物交換 とりかえっこ 取り替えっこ 替えっこ お財布 財布 財布から お駄賃 駄賃 小遣い お小遣い おひねり 心付け 心づけ お心付 お心づけ 謝礼 お礼 お気持ち 気持ちだけ 車代 お車代 ガソリン代 ジュース代 酒代 飯代 チップ 投げ銭 友達送金 ファミリー送金 フレンド送金
    現品 ネットバンク 送ってくれたらpay ピッて
    cash cash_only cash_in_hand cashinhand readies dosh quid_in bucks_in dollar_bills bills banknote banknotes ten_thousands man_bills coins notes notes_in in_notes yen_in wallet envelope envelopes paypal venmo zelle revolut cashapp cash_app wise_you wise_me wise_transfer bank_account bank_transfer bank_details bank_to_bank account_number account_details my_account sort_code furikomi
    transfer transfers wire_me wire_it wire_the wire_transfer wire_you bitcoin crypto usdt gift_card gift_cards gift_code giftcard steam_card prepaid friends_and_family friends_&_family f&f invoice_you invoice_me invoice_directly cheque check_made barter swap_for trade_you trade_for money_order the_yen tip_me top_you_up genkin okane_wo okane furikomi kouza gcash upi western_union remitly ewallet e_wallet payday_cash
    atm_before visit_the_atm`,
  /** Paying and what is paid. */
  G: `the_rent rent_it
    払 はらう はらって はらい はらえ 支払 しはらい しはらう お支払 精算 清算 お代 おだい 代金 だいきん 料金 報酬 月謝 授業料 レッスン代 謝金 工賃 バイト代 時給 給料 お給料 家賃 敷金 保証金 手付金 手付 前金 内金 頭金 残金 後金 即金 後払い 先払い 前払い お金 おかね かね払 金を 金は 金も 金と 金だけ 金額 もらえ もらう もらい もろて もろた もらっ 貰 頂戴 いただければ 受け取れ 受け取り
    納め おさめ 請求 徴収 会計 勘定 売上 儲け 儲か 稼ぎ 収入 おくれ
    pay_you pay_me pay_us pay_her pay_him pay_them pay_for pay_when pay_at pay_on pay_by pay_with pay_in pay_it pay_after pay_directly pay_direct pay_each pays payment payments paid paying i_pay you_pay we_pay u_pay settle settle_up squared square_up owe_me money the_money deposit per_hour hourly salary sweldo wages charge price prices rates my_rate quote give_you give_me_# haraimasu harau harai`,
  /** In hand, on the spot. */
  H: `その場 そのば そん場 現場で 現地で 当日 とうじつ 会場で 会うた時 会ったとき 会った時 お会いした時 お会いした折 会ってから 会うてから お目にかか 引き取りの時 引き取り時 引取時 受け取りの時 受け取りの折 受取の時 受け渡しの時 お渡しの時 お帰りの際 帰り際 帰りに レッスンの時 授業の時 作業後 作業のあと 終わったら 終わったあと 終わった時 施術後 到着後 着いたら 着いてから
    玄関 玄関先 軒先 戸口 勝手口 ポストに 郵便受け 下駄箱 机の上 テーブルの上 ピアノの上 台所 置いといて 置いて帰 置いてって 置いていって 置いとい 握らせ にぎらせ ポケットに 懐 ふところ 手から手 手に 直に手 渡して わたして 渡す わたす 渡し わたし 渡せ 渡しま 渡そ お渡し 渡ししよ 差し出 差し上げ 手打ち 手を打 財布だけ ぽっきり ポッキリ 引き換え 引きかえ 引換え 交換で
    ドライバーに 運転手に 奥さんに 家内に 娘に 息子に 母に
    in_hand in_my_hand my_hand your_hand by_hand hand_you hand_me hand_over hand_it hands_me hands_you handed_over slip_me slip_you slips_me bung_me give_me give_you at_the_door on_the_door on_the_spot on_the_day on_pickup on_pick_up at_pickup on_arrival on_collection on_delivery when_you_{come,arrive,get_here,pick,collect,see} when_we_{meet,arrive,come} when_i_{come,arrive,pick,see,collect} when_it's_done after_each after_the_lesson after_work
    on_the_table on_the_counter on_the_piano kitchen_table under_the_mat sugar_bowl in_the_jar in_an_envelope in_person face_to_face straight_to_me straight_to_you straight_from straight_into into_my into_your my_pocket your_pocket her_pocket in_my_pocket peel_off count_it walk_up sono_ba toujitsu tewatashi uketori`,
  /** Cheaper. */
  L: `むだな むだに 無駄
    安く やすく 安う やすう 安い やすい 安上がり 安価 安め 安いっす 安いで 安いよ 安かろ 安ぐ お安く おやすく お値打ち 値打ち お得 おとく 得だ 得や 得で 得し 得す 得に 双方得 お互い得 浮く 浮き 浮か 浮い ういた 割引 割り引 値引 値下げ ねさげ ねびき 引きま 引いと 引いて 引くで 引くよ 引くわ 引ける 引けま 引けるよ 引いちゃ 引かせて 引きに 円引 割引き 半額 はんがく 半値 まける まけて まけと まけたる まけま 負けて 負けと 負ける 負けます 勉強し 勉強さ
    サービスし サービスす おまけ オマケ 付けたる 付けます つけたる つけときま 無料に 無料で タダで ただで ただに 友達価格 友だち価格 お友達価格 お得意様価格 常連価格 原価 卸値 卸価格 直売価格 直販価格 身内価格 特価 特別価格 お値段据え置き 社割 経費 節約 還元 返したい 奢る 奢り おごる おごり 高い たかい 高くつ 高くな 高すぎ 割高 高いん えぐい エグい もったいな 勿体な 惜し 馬鹿らし バカらし ばからし あほらし アホらし あほくさ
    アホくさ 無駄 損 そん取 損だ 損や 損で 赤字 キツい きつい つらい しんどい 痛い 痛え 面倒 めんどう めんどい めんどくさ だるい ダルい だる 不便 遅い 遅くて 待てん 納得 釈然 腹立つ むかつく
    cheaper cheap discount discounted knock_off knock_# knock_it knock_a knock_the less_than less_if less_for bit_less for_less save_you save_us save_me save_both save_the save_a saves you_save we_save i_save saving savings better_price better_deal better_rate lower_price lower_rate good_price friend_price friends_price mates_rates mate's_rate best_price special_price real_price cash_price offline_price net_price
    off_if #_off %_off half_price for_free throw_in throw_it_in i'll_throw bonus extra_hour extra_session sweeten waste wasteful waste_of rip_off ripoff steep pricey expensive too_much annoying greedy robbery daylight_robbery yasuku yasui otoku nebiki yasuku_shimasu price_down off_for_cash do_you_a_deal cut_me_a_deal cut_you_a`,
  /** All of it for the two of them. */
  J: `満額 まんがく まるまる まるごと 丸々 全額 そっくり 手取り てどり 手元に 手もとに 手元 懐に入 実入り 折半 せっぱん 山分け 半分こ はんぶんこ 分け合 分けま 分けよ 分けません 二等分 二人で分 両方得 両得 どっちも得 お互いにとって お互い様 おたがい お互い 双方 そうほう 両者 両方 ウィンウィン ういんうい winwin 一挙両得 丸儲け そのまま入 全部入 まるっと 直に入
    win_win winwin both_win everyone_wins everybody_wins we_both both_of_us both_happy split_the split_it fifty_fifty half_each meet_in_the_middle keep_the_whole keep_it_all keep_all keep_more keep_100 whole_lot all_of_it in_full full_amount goes_to_you goes_to_me goes_straight all_yours all_mine your_pocket_rather take_home everybody_eats nobody_loses you_keep i_keep you_get_more i_get_more`,
} as const;
