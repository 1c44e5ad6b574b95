/** Ordinary subjects, many of whose words hide one of the others: the wording learns that they argue against a disclosure. */
export const ordinary = {
  /** Money within the service: balances, coupons, receipts, support. */
  Θ: `エラーが エラーで エラーに
    売上金 残高 ポイント クーポン 領収書 明細 履歴を 反映 通知 不具合 バグ サポート 問い合わせ お問い合わせ ヘルプ 審査 本人確認 認証 ログイン パスワード 設定 更新 アップデート 規約改定 キャンペーン 手数料無料 振込手数料 販売手数料 決済手数料 atm手数料 atmの手数料 入金日 振込日 振込申請 引き落とし カード払い クレカ クレジットカード クレジット 分割払い コンビニ払い コンビニ決済 後払い決済
    キャンセル料 キャンセル待ち キャンセルポリシー キャンセル規定 キャンセル申請 返金され 返金は いつ戻 戻ってき 評価 レビュー 星5 お支払い方法 支払い方法 支払方法 支払期限 支払い期限 保留 自動キャンセル 二重に クレーム 補償対象 運営から 運営に問い 運営に聞 運営に報告 運営に通報
    support_team customer_support support_says help_page help_centre help_center refund refunds refunded payout payouts balance coupon receipt invoice_from purchase_history order_status notification notifications verification password login update error bug glitch konbini convenience_store credit_card debit_card card_got card_was pending review reviews rating five_stars star_review feedback dispute`,
  /** Goods and measures. */
  Ω: `カラーは カラー展開 エラーが 手に入 手に取 相手に 上手に 苦手に 勝手に 下手に 手伝 札幌 日本 ミリの ideal dealer dealership brakes brake
    サイズ さいず 寸法 外寸 内寸 直径 全長 高さ 幅 奥行 重さ cm mm センチ kg グラム 型番 品番 シリアル 製造番号 ロット 管理番号 整理番号 車台番号 背番号 部屋番号 会員番号 認証番号 暗証番号 注文番号 予約番号 受付番号 カード番号 追跡番号 伝票番号 問い合わせ番号 郵便番号 電話台 電話機 電話帳 黒電話 電話線 糸電話 携帯ケース スマホケース スマホカバー
    充電 バッテリー 電池 箱 外箱 新品 未使用 未開封 中古 美品 傷 汚れ 毛玉 色あせ 匂い におい 動作確認 部品 素材 革 綿 生地 裏地 裏側 裏面 裏蓋 裏返 裏起毛 裏の 表面 刺繍 柄 色味 ピンク 写真 画像 動画 説明文 在庫 個数 セット ライナー ラインナップ アイライン アイライナー ネックライン ヘムライン オンライン ガイドライン デッドライン 新宿ライン ライン引き ライン入り ラインストーン 白線 製造ライン
    インスタント インスタントカメラ カカオ豆 カカオ味 カカオ色 エックス線 ディスコ音楽 シグナルレッド 電話ボックス メール便 札入れ 名札 値札 荷札 改札 迷子札 お札入れ 財布です 財布の 長財布 二つ折り財布 封筒サイズ 封筒型 銭湯 直線 直結 直角 直火 直射 直後 直前 直近 直し 直る 直す 直った 直り 直って 直営業所 直列 直立 見直 素直 外側 外見 外れ 外し 外す 案外 意外 以外 外国 海外 郊外 外科 屋外 例外なく
    size sizes length width height inches batteries battery charger brand_new never_used barely_used scratch scratches stain serial model_number part_number serial_number order_number tracking_number reference_number number_plate number_of house_number room_number phone_case phone_holder phone_stand wallet_is leather cotton colour color photos photo picture pictures stock condition manual online deadline headline outline underline lineup line_up skyline airline clothesline hairline fishing_line in_line first_in_line
    the_line direct_sunlight direct_flight direct_train direction directions director outside_is the_outside outside_of_the_box handle handles handmade second_hand secondhand handbag hand_wash wireless cashmere cashier noteworthy notebook notebooks private_room private_school`,
  /** Shipping. */
  Σ: `発送 はっそう 配送 配達 郵送 送料 元払い 着払い 宅急便 宅配便 ゆうパック ゆうぱっく レターパック ネコポス クリックポスト スマートレター 定形外 普通郵便 速達 ヤマト 佐川 郵便局 ゆうびん 営業所 置き配 宅配ボックス 再配達 伝票 追跡 梱包 プチプチ 緩衝材 送り状 封筒で送 封筒に入れて送 封筒で発送 匿名 らくらく たのメル便 届きま 届いた 届き とどき 到着 受け取りまし 受け取った
    shipping shipped ship_it ship_by shipment postage parcel package packaging bubble_wrap courier post_office postman tracked tracking delivered delivery yamato sagawa japan_post kuroneko letterpack arrive_by arrived mailing_it in_the_mail mail_box`,
  /** Time, weather, places to meet, health. */
  Δ: `時に 時頃 時ごろ 分前 分後 分ほど 遅れ 午前 午後 夕方 朝 昼 夜 今日 きょう 明日 あした 明後日 昨日 週末 土曜 日曜 月曜 火曜 水曜 木曜 金曜 祝日 天気 雨 雪 風邪 熱 腰 膝 頭痛 病院 体調 駅 改札口 北口 南口 東口 西口 ロータリー 駐車場 駐車 コンビニ スーパー カフェ 公園 ホーム バス停 信号 交差点 道順 徒歩 電車 車 自転車 鍵 インターホン チャイム 子ども 子供 赤ちゃん 猫 犬 先生 宿題 教科書 試験 練習
    minutes minute o'clock morning afternoon evening tonight tomorrow yesterday saturday sunday monday tuesday wednesday thursday friday weekend weather snow station exit gate parking bus_stop traffic running_late on_my_way homework lesson_plan textbook practice dog cat kids baby doctor sick fever`,
  /** Shops, bank counters and cash as ordinary subjects. */
  Π: `銀行の窓口 銀行で働 銀行員 銀行の角 銀行の隣 銀行の前 銀行の横 銀行勤め 銀行印 銀行のカレンダー 口座登録 口座を登録 口座の登録 口座確認 口座振替用紙 口座開設 通帳ケース 現金のみの店 現金しか使え 現金のみ 現金とし 現金問屋 キャッシュレス 現金いら 現金は使え 現金不可 現金は不要 現金は持ってこ 現金は持たず 現金は受け取 両替 お釣り おつり レジ袋 レジで 商店街 専門店 本屋 薬局 百貨店 デパート 量販店 お店で買 店で買 購入した店 電器店
    ペイペイ払い paypay払い ペイペイ使え paypay使え paypayポイント paypayドーム ペイペイドーム 交通系ic suica パスモ 振替レッスン 振替授業 振替日 振替で 振替は 振り替え 振替え 直接行け 直接行き 直接見 直接触 直接お越し 直接引き取り 直接引取 直接会っ 直接肌 直接日光 直接当た 直接取りに 直接現地 直接経費 手渡しOK 手渡し可 個人差 個人情報 個人研究 個人レッスン 個人経営 個人指導 個人宅 個人戦 個別指導 個別包装 個別に包
    cash_register cash_machine cash_back cashback cash_only_shop cashless bank_holiday bank_counter bank_clerk bank_of_the river_bank power_bank piggy_bank toll_road bus_fare train_fare vending_machine at_the_till corner_shop department_store bookshop supermarket`,
  /** If. */
  Λ: `なら ならば なんなら だったら でしたら やったら じゃったら ったら いたら きたら したら それなら そしたら ほな ほんなら んだば そのかわり その代わり かわりに 場合は 際は 折は ときは 時は
    if_you if_we if_it if_i if_there provided as_long_as unless when_you in_exchange in_return then_i then_we so_that that_way`,
} as const;
