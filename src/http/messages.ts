import type { Language } from '../config';

type Text = Readonly<Record<Language, string>>;

/** What the first design of this service said whenever the user could do nothing about it; its clients show it as it stands. */
const NOTHING_TO_DO: Text = {
  ja: 'エラーが発生し、現在電話ができないため、メッセージでやりとりお願い致します',
  en: 'Something went wrong and calls are not possible right now. Please use messages instead.',
};

/** Every error code of the interface with its HTTP status and its text for people. */
export const errors = {
  malformed_request: {
    status: 400,
    text: { ja: 'リクエストの形式が正しくありません。', en: 'The request is malformed.' },
  },
  unauthorized: {
    status: 401,
    text: {
      ja: '認証に失敗しました。もう一度お試しください。',
      en: 'Authentication failed. Please try again.',
    },
  },
  forbidden: { status: 403, text: { ja: 'この操作は許可されていません。', en: 'This is not allowed.' } },
  unknown_report: {
    status: 404,
    text: { ja: 'この通報は見つかりません。', en: 'There is no such report.' },
  },
  superseded: {
    status: 409,
    text: {
      ja: '別の通話の準備が始まったため、この通話は取り消されました。',
      en: 'Another call was started, so this one was cancelled.',
    },
  },
  in_progress: {
    status: 409,
    text: {
      ja: '接続の準備中です。少し待ってからもう一度お試しください。',
      en: 'The connection is being prepared. Please try again in a moment.',
    },
  },
  peer_blocked: {
    status: 409,
    text: {
      ja: 'この相手をブロックしているため電話できません。電話するには、ブロックを解除してください。',
      en: 'You have blocked this user. Unblock them to call.',
    },
  },
  same_user: {
    status: 422,
    text: { ja: 'ご自身に電話することはできません。', en: 'You cannot call yourself.' },
  },
  same_number: {
    status: 422,
    text: {
      ja: '発信者と相手の電話番号が同じため、電話できません。',
      en: 'Both sides have the same phone number.',
    },
  },
  number_invalid: {
    status: 422,
    text: { ja: '電話番号が正しくありません。', en: 'The phone number is not valid.' },
  },
  number_too_short: {
    status: 422,
    text: { ja: '電話番号の桁数が足りません。', en: 'The phone number is too short.' },
  },
  number_too_long: {
    status: 422,
    text: { ja: '電話番号の桁数が多すぎます。', en: 'The phone number is too long.' },
  },
  number_emergency: {
    status: 422,
    text: {
      ja: '緊急通報用の番号にはこのサービスから電話できません。',
      en: 'Emergency numbers cannot be called through this service.',
    },
  },
  number_toll_free: {
    status: 422,
    text: {
      ja: 'フリーダイヤルなどの着信課金番号はご利用いただけません。',
      en: 'Toll-free numbers cannot be used.',
    },
  },
  number_premium_rate: {
    status: 422,
    text: {
      ja: '有料情報サービスやナビダイヤルの番号はご利用いただけません。',
      en: 'Premium-rate numbers cannot be used.',
    },
  },
  number_not_a_subscriber: {
    status: 422,
    text: {
      ja: 'この電話番号には電話できません。',
      en: 'This number does not belong to a phone that can be called.',
    },
  },
  number_country_not_allowed: {
    status: 422,
    text: { ja: 'この国の電話番号はご利用いただけません。', en: 'Numbers of this country cannot be used.' },
  },
  number_range_refused: {
    status: 422,
    text: { ja: 'この番号帯の電話番号はご利用いただけません。', en: 'Numbers of this range cannot be used.' },
  },
  number_unreachable: {
    status: 422,
    text: { ja: 'この電話番号には現在つながりません。', en: 'This number cannot be reached at present.' },
  },
  quota_exceeded: {
    status: 429,
    text: {
      ja: '発信の回数が上限に達しました。時間をおいてお試しください。',
      en: 'Too many calls. Please try again later.',
    },
  },
  user_paused: {
    status: 429,
    text: {
      ja: '送信できないメッセージが続いたため、ご利用を一時停止しています。時間をおいてお試しください。',
      en: 'Too many of your messages were rejected, so calls and texts are paused. Please try again later.',
    },
  },
  too_many_reports: {
    status: 429,
    text: {
      ja: '通報の回数が上限に達しました。時間をおいてお試しください。',
      en: 'Too many reports. Please try again later.',
    },
  },
  service_ceiling_reached: { status: 429, text: NOTHING_TO_DO },
  pool_exhausted: { status: 503, text: NOTHING_TO_DO },
  store_unavailable: { status: 503, text: NOTHING_TO_DO },
  switchboard_unavailable: { status: 503, text: NOTHING_TO_DO },
  misconfigured: { status: 500, text: NOTHING_TO_DO },
  internal_error: { status: 500, text: NOTHING_TO_DO },
} as const satisfies Record<string, { status: number; text: Text }>;

/** Stable: clients may decide by it. */
export type ErrorCode = keyof typeof errors;
