const messages = {
  busy: 'This phone is already in a call.',
  not_ringing: 'This phone is not ringing.',
  no_call: 'There is no call to end.',
  wrong_key: 'Only the keys 0 to 9, * and # can be pressed.',
  no_keypad: 'Keys can only be pressed during a call.',
  empty_text: 'The text is empty.',
  no_words: 'There are no words.',
  nobody_listens: 'Nobody can hear this phone now.',
} as const;

export type PhoneProblem = keyof typeof messages;

/** Something a phone cannot do now, such as answering when nothing rings. The message is for people. */
export class PhoneError extends Error {
  constructor(readonly problem: PhoneProblem) {
    super(messages[problem]);
  }
}
