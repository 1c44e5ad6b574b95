/** Something a phone cannot do now, such as answering when nothing rings. The message is for people. */
export class PhoneError extends Error {}
