import type { Area } from './tags';

/** Words around phone numbers, mail addresses and the codes that look like numbers. */
export const contact: Area = {
  ja: {
    'phone-cue': `
      電話 でんわ デンワ 携帯 けいたい ケータイ ケイタイ 番号 ばんごう 電番 かけて 鳴らして 連絡 fax ファックス ファクシミリ sms
      直通 フリーダイヤル 📞 📱 📲 固定 自宅 家電 代表 国番号 市外局番 11桁 十一桁`,
    'phone-word':
      '電話 でんわ 携帯 ケータイ けーたい スマホ かけて 掛けて 鳴らして 固定 家電 直通 市外局番 フリーダイヤル 📞 📱 📲 sms ショートメール 受話器 留守電 折り返し',
    'code-cue': `
      色番号 カラー番号 ロット番号 箱番号 部品番号 車台番号 車体番号 刻印 s/n p/n 箱の番号 フレーム番号 型番 型式 品番 機番 製番 シリアル 製造番号 追跡 追跡番号 伝票 伝票番号 お問い合わせ番号 問い合わせ番号 問合せ番号 注文番号 受付番号 予約番号 確認番号
      登録番号 許可番号 会員番号 整理番号 発券番号 証券番号 保険証券 免許番号 請求書番号 規格番号 カタログ番号 生産者番号 配達番号 荷物番号 送り状
      補償番号 バーコード ロット 管理番号 商品番号 カード番号 暗証番号 コード番号 認証番号 にもつばんごう 学籍番号 口座番号 ナンバリング クーポン カードno 証明書`,
    'number-noun': 'ばんご 番号 ばんごう でんばん 電番 ナンバーを ナンバー教',
    calling:
      'かける かけます かけるね かけるわ かけたい かけて 鳴らす 鳴らします 電話する 電話します 電話したい 連絡しま 連絡する 連絡したい でんわする でんわしま',
    'call-asked': `
      {お,}電話{いただけ,もらえ,ちょうだ,くれ,待って,お待ち,しませ,しましょ,したい} 電話で{話,はな}{し,そ,せ,す} 電話口まで {ワンコール,ワン切り,わんこーる}{くだ,下さ,くれ,お願,して} ショートメール{で,に}送 smsで送 tel{くだ,下さ,くれ,ちょうだ} 番号{を,}交換 番号{please,pls,share,プリーズ}
      {何番,どの番号}に{お,}{かけ,掛け,電話} そこ{に,へ}{お,}{かけて,電話,掛けて} 番号を{お,}控え {鳴らす,鳴らします}ので番号`,
    'phone-noun':
      '連絡先の番号 でんばん 電話番号 でんわばんごう 電話番 携帯番号 携帯の番号 けいたいばんごう 電番 tel番号',
    'email-noun': `
      ご連絡先 連絡先を 連絡先教 連絡先くだ 連絡先交換 宛先を 宛先は メールを頂 メールをいただ メルアドを メールで送 メールアドレス メアド めあど メルアド eメール アドレス あどれす 連絡先 捨てアド フリメ フリーメール {g,ジー}メール {電子,個人,会社の,仕事の,ご自宅の,お手元の}メール メールの宛 メール先 宛先メール
      受信箱 手紙箱 お便り箱 お手紙受け {電子,電子の}{手紙,お手紙,宛名,お宛名,住所,郵便} お宛名を 添付{で,を}送 ドメインの メールでお送り メールで説明 メールで送`,
    'email-asked': `
      {メアド,めあど,メルアド,アドレス,メールアドレス,捨てアド,フリメ,個人メール,gメール,ジーメール}{,を,だけ,は,も}{くれ,くださ,下さ,ちょうだ,頂戴,いただけ,いただき,よろ,ぷりーず,ほしい,欲しい,もら,知りた,聞いてな,なに,何です,お聞き,お伺い,お知らせ,お寄せ,お書き添え,控えさせ,控えた,控えとき,だけ控え,交換}
      {アドレス,メアド,宛先}{ない,あり,ある}{です,っす,ます,ん}{か,} {メール,mail,eメール}{、,は,を,も,ください,の宛先}{教え,おしえ,お知らせ} メールくださ メールもら {gmail,ジーメール,icloud,アイクラウド,hotmail,yahooメール,ヤフーメール,フリーメール}{,は,って}{持って,お持ち,あります,ある,使って,教え,くださ,くれ}`,
    'email-ask':
      'を頼む 頼む たのむ くれ くださ 下さ ちょうだい 頂戴 いただけ いただき いただきとう お寄せ お書き添え 控え 知りた 聞いて なに 何 お持ち 持って ほしい 欲しい もら お知らせ 教え 交わ どこ ください どれ ないっす 要る 必要です 希望 わからない わからな',
    'not-app':
      '{ip,mac,url,リンク,お届け,配送先}アドレス アドレスホッパー アドレス帳 スズキのアドレス アドレスv {メールアドレス,アドレス,メアド}の{変更,登録,設定,確認,欄,入力}',
    ask: 'なんばん をお願い 交換しな 交換し 教えとい 教えといて おせーて おしえろ なんぼ 何番ですか 何番なん なんばんですか をいただけ を頂け を頂戴 をちょうだい をうかが を伺 をお聞き をおきき 聞かせて ききたい お聞かせ 教えてく 教えていた アドレスは お知らせ 教えて おしえて 教え{ろ,てください,てもら,てほし,て欲し,ていただ,て頂} ご教示 知りたい 聞いてもいい 聞いても良い 交換し 教えな{さい,はれ} 送って{ください,くれ}',
    backwards:
      '反対向き 逆向き 裏返し 右から左 うしろから 逆から 逆に読 逆さ さかさ 反対から 後ろから 下から 逆順',
    reorder:
      '最後が 最初が 末尾が 続き おしりは お尻は 真ん中は まんなかは ヒント 続きは 頭に 頭は 頭が 先頭に 先頭は 前に 前は 前が 下四桁 下4桁 末尾 上三桁 市外局番は 最後が 最後は 左に 左は 前へ その前',
    'zero-first':
      '先頭ゼロ 頭にゼロ 前にゼロ 前に0 頭に0 先頭に0 先頭0 最初にゼロ 最初に0 ゼロをつけ ゼロつけ 0をつけ 0つけ 国番号',
  },
  en: {
    'phone-cue': `
      tel telephone phone call call_me ring ring_me text text_me cell mobile fax sms number my_number my_digits reach_me digits
      denwa keitai bango ph dial whatsapp`,
    'phone-word':
      'telephone phone call call_me ring ring_me text_me cell mobile landline voice google_voice whatsapp signal dial tel sms reach_me denwa keitai',
    'code-cue': `
      dmc style style_number lot_number article_number store_code frame_no booking_no model model_no model_number serial serial_number tracking tracking_number order order_number isbn jan upc imei ean sku invoice lot
      part_number item_number confirmation_number reference_number booking_number ticket_number jan_code barcode uuid ref version`,
    'number-noun': 'number digits cell',
    calling: 'call_you reach_you ring_you buzz_you phone_you text_you get_hold_of_you',
    'call-asked': `
      give_{me,us}_a_{,quick_}{ring,call,bell,buzz,tinkle} {over,on}_the_phone {ring,phone,call,text,sms}_me_{tonight,tomorrow,when,on,at,instead,later,anytime} {can,could,may,shall}_i_{call,ring,phone}_you ring_{the,that,my}_number
      number_please number_pls number_is_on number's_on digits_are_on {swap,exchange}_{numbers,digits,phones}`,
    'phone-noun':
      'ur_number ur_digits ya_number ur_cell phone_number cell_number mobile_number your_number telephone_number your_digits',
    'email-noun': `
      email_address mail_address mail_adoresu e_mail_address best_email an_email {your,ur,yr,ya,u}_{email,e_mail,mail,gmail,hotmail,hotmale,yahoo,ymail,inbox,mail_id,addy,icloud,outlook,apple_id} an_address_{i,we}_can_{write,forward,send,email} the_electronic_sort contact_for_you mailing_you inbox_you email_you mail_you inbox_where proper_mailbox`,
    'email-asked': `
      {what,which}_{email,gmail,mail}_{can,should,do,is,works} {best,good}_email_{for_you,for_the,for_this,to,address} what_email {may,have_you_got,have_u_got,do_you_have}_{email,gmail,an_email,any_email,a_gmail} {email,gmail,ymail,yahoo_mail}_{po,ba,kayo,niyo,nyo,mo,mo_po} {give,give_me,gimme,drop,send,share,need,name,lemme_get,whats,what_is,what's,can_i_get,could_i_get,can_i_have,could_i_have,i_need}_{your,ur,yr,ya,u,an}_{email,e_mail,gmail,hotmail,mail_id,email_addy,addy} give_email where_{can,should,do}_i_email {could,can,may}_i_{get,have}_an_email_address email_address_{to_send,for_the}
      {kindly,please,pls}_share_your_{mail,email}`,
    'email-ask':
      'need needed lemme can_i could_i may_i have_you_got have_u_got gimme give share drop what whats what_is which where please pls plz kindly tell have send_me send name_your can_i_get provide let_me_know to_share so_i',
    ask: 'shoot_me what_would_be may_i_ask can_i_grab could_i_have drop_me give_us whats_your what_is_your what_number send_us gimme whats_ur give_me tell_me what_is whats send_me share_your can_i_get can_i_have could_i_get may_i_have let_me_have do_you_have',
    backwards:
      'hebrew arabic reverse_this reverse_it right_to_left in_a_mirror backwards backward reversed in_reverse read_it_back',
    reorder:
      'is_the_last the_last_is last_part the_middle_is start_is starts_with begins_with the_start the_front in_front at_the_front before_that ends_with ends_in last_four the_end_is to_the_left',
    'zero-first':
      'zero_in_front 0_in_front leading_zero leading_0 zero_first 0_first start_with_zero starts_with_zero country_code',
  },
};
