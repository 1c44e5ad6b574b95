/** A refusal of Twilio: a value that an operation returns, rendered as Twilio's error JSON by `rest/`. */
export class TwilioError {
  constructor(
    /** HTTP status. */
    readonly status: number,
    /** Twilio's error code: https://www.twilio.com/docs/api/errors */
    readonly code: number,
    readonly message: string,
  ) {}
}

/** Refusals that every API shares. */
export const commonRefusal = {
  notFound: (what: string) => new TwilioError(404, 20404, `The requested ${what} was not found`),
  invalid: (what: string) => new TwilioError(400, 20001, `Invalid parameter: ${what}`),
};
