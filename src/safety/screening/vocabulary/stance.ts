import type { Area } from './tags';

/** Whether a writer invites or refuses. */
export const stance: Area = {
  ja: {
    invite: `
      お使いで お使いです お使いに お使いの 交換 方便 くわえて 加えと 入れて 入れといて つないで 絡も からも 飛んで 凸 承れ うけたまわ ちょうだい 教えるから 教えとく 教えます 使いますか つかいます やっとる しとる しとう やりよる うかがえ お招き 移動して 速攻返 話早 早い はやい おくり 相談 乗りま 受け付け 受付け 対応し 質問 返信し 聞いて 移ろ うつろ うつり {いただけません,もらえません,くれません,しません,入りません,なりません}か 返事 お便り 頂戴 いたしましょう はなす 連絡を取 お探し さがして
      通話 つなご つなが 作ったから 作るから 申請 アプリある 使える 頼む 頼み たのむ よろ 希望 欲しい 知らせて 飛ばして 投げて いかが どうですか でもいい でいい にしません したいです したいので ほしい のほうで
      教えて おしえて 交換 こうかん 追加 ついか 登録 検索 やって{る,ます,ませんか,へん,ない} やってる あります{か,。,し} ありますか ありま 話{そ,し,せ,さ} はなそ はなし{たい,ま,ませんか} はなす
      移動 移り いどう 移ら 切り替え 切替 招待 誘導 フォロー ください くださ 頂け いただけ 送って おくって 送る 送り おくる まで に連絡 で連絡 連絡{くだ,取,を,し} やり取り やりとり
      来て きて まってる 開放 そっちで お願い おねがい おなしゃす 交換しよ 話しよ しましょ しません{か} 入りませんか 入って 繋が つなが 加えて 読み込 読み取 ご相談 御連絡 ご連絡 承り けろ つかいますか
      てや てな で検索 してな 気づき 友達になり ともだちなり なりましょう 便利 の方が ほうが どうぞ 予約できます メッセージくだ 話早い くれたら もらえ 探して グループがあ`,
    refuse: `
      言わないでくだ
      {スカイプ,skype,ライン,line,インスタ,zoom,チャットワーク,discord,ディスコード}は{使わ,つかわ}{ず,ない,なく}
      使わないでくだ 使わないで欲し 使わないでほし はちょっと お断り 断って 断りま 断りし 断った ことわ できません 出来ません できない 出来ない できかね 致しかね いたしかね しません いたしません 致しません しておりません しておらず
      お受けし おうけし 受けておりません 応じま 応じて 応じら 応じかね 禁止 だめ 駄目 ダメ あかん 規約違反 規約なので 規約で 違反 遠慮 控え こわい 怖い 怖くて こわく 通報
      使いません 使いま{せん} 使っておりません 使ってません 使っていません 使わね つかいません つかわない 使わない 使えません 使用していません してへん してない していません せんといて
      よう言わん 言われへん 言えません 言わない 教えられ 教えない 教えません 教えな{い} 教えられな おしえない 運営しておりません ご注意 注意して 気をつけて ブロックし 即ブロック 拒否 詐欺
      勘弁 無理です むりです 補償がない トラブル 入ってない 使用済 やめと やめてお やめましょう やめて 断固 誘われ 持ちかけ 会うのは怖 会うの怖 望みません 希望しません 要りません いりません たくない`,
    propose:
      '言わないで よき バレん ばれん バレず ばれず 検討 叶い かないま 興味あれば きょうみあれば どうっすか どうすか どやろ どない ええやん よくね ないすか ありますよ 歓迎 可能 おｋ おk ok ませんか {だめ,ダメ,駄目,無理,むり}{です,でしょう}か {できません,出来ません,しません,いたしません,致しません,使いません,つかいません,教えません,もらえません,いただけません,応じられません,入りません}か ないか どう どない バレな ばれな 内緒 ないしょ 希望です 希望し たいです たいの いかが なら 可能でございます できます 半額 安くし お得 よくない だけど ですけど',
  },
  en: {
    invite: `
      holler mail_me faster quicker way_better hop hit_up on_there flick chuck bell buzz find_me look_me_up write_to reach add add_me let's lets_ exchange do_you_have do_you_use have_you_got got use hit_me_up dm_me message_me text_me msg_me find_me search talk chat move move_to switch
      reach_me contact_me scan follow can_i_get can_i_have give_me your please invite ping hmu lemme_get mine's scan_the_code switch_over drop_me shoot_me slide_into connect prefer continue swap there_a on_there what's_your whats_your instead easier better more_convenient i_am my_id my_account join come_to`,
    refuse: `
      no_cash no_paypal no_venmo no_bank don't dont do_not won't wont will_not can't can_not cannot never not_allowed against_the against_policy against_rule not_comfortable no_direct no_line no_whatsapp no_insta no_phone no_calls no_contact only_here no_thanks sorry_no refuse declined scam
      report_you reported forbidden prohibited dangerous rather_not app_only already_used off_the_app_sorry rule_is_rule not_interested no_need`,
    propose:
      "could_you can_you can_we could_we might_we perhaps_we wanna_do wanna want_to would_you shall_we let's how_about if_you do_you_want why_not",
  },
};
