/** Words that a phone's owner can text to a number. https://help.twilio.com/articles/223134027 */
const keywords = {
  stop: ['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT'],
  start: ['START', 'YES', 'UNSTOP'],
  help: ['HELP', 'INFO'],
} as const;

export type OptOutKeyword = keyof typeof keywords;

/** The keyword that a text is, in any spelling and alone; a sentence with one of the words is none. */
export function optOutKeyword(body: string): OptOutKeyword | undefined {
  const word = body.trim().toUpperCase();
  return (['stop', 'start', 'help'] as const).find((name) => keywords[name].some((each) => each === word));
}

/** Who wants no more texts from which number: Twilio keeps that itself, number by number. */
export class OptOuts {
  readonly #pairs = new Set<string>();

  /** Obeys a keyword that `phone` texted to `number`. */
  obey(keyword: OptOutKeyword, phone: string, number: string): void {
    if (keyword === 'stop') this.#pairs.add(`${phone} ${number}`);
    if (keyword === 'start') this.#pairs.delete(`${phone} ${number}`);
  }

  /** Whether `number` may not text `phone`: https://www.twilio.com/docs/api/errors/21610 */
  forbids(number: string, phone: string): boolean {
    return this.#pairs.has(`${phone} ${number}`);
  }
}
