/** The languages that the button speaks. */
export type Language = 'ja' | 'en';

/** Every text of the button that does not come from the service. */
export interface Texts {
  call: string;
  connecting: string;
  dial: string;
  ready: string;
  retry: string;
  offline: string;
  timeout: string;
  noTicket: string;
  failed: string;
}

const texts: Readonly<Record<Language, Texts>> = {
  ja: {
    call: '電話する',
    connecting: '接続しています…',
    dial: '電話をかける',
    ready: '電話番号の準備ができました。',
    retry: 'もう一度試す',
    offline: 'インターネットに接続されていません。接続を確認して、もう一度お試しください。',
    timeout: '時間内に接続できませんでした。もう一度お試しください。',
    noTicket: 'この相手にはまだ電話をかけられません。',
    failed: 'エラーが発生し、現在電話ができないため、メッセージでやりとりお願い致します',
  },
  en: {
    call: 'Call',
    connecting: 'Connecting…',
    dial: 'Call now',
    ready: 'The number is ready.',
    retry: 'Try again',
    offline: 'You are offline. Check your connection and try again.',
    timeout: 'Connecting took too long. Please try again.',
    noTicket: 'This person cannot be called yet.',
    failed: 'Calling is not possible right now. Please send a message instead.',
  },
};

/** The texts in the language of a tag such as `en-GB`; Japanese for every language that the button does not speak. */
export function textsFor(language: Language): Texts {
  return texts[language];
}

/** @see textsFor */
export function languageOf(tag: string): Language {
  return /^en\b/i.test(tag) ? 'en' : 'ja';
}
