import type { TwilioError } from '../twilio-error';

/** What goes back to the client. */
export interface Answer {
  status: number;
  body?: object | undefined;
  headers?: Readonly<Record<string, string>>;
  /** For the log: the operation, and the error's code. */
  note: string;
  /** Called once the client has its answer, or is gone. */
  done?: (() => void) | undefined;
}

/** Twilio's error JSON. https://www.twilio.com/docs/usage/twilios-response#response-formats-exceptions */
export function errorAnswer(error: TwilioError, note: string, headers: Answer['headers'] = {}): Answer {
  const { code, message, status } = error;
  const body = { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status };
  return { status, body, headers, note: `${note} ${code}`.trim() };
}
