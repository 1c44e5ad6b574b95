import { commonRefusal, TwilioError } from '../twilio-error';

const bad = (code: number, message: string) => new TwilioError(400, code, message);

/** Refusals of api.twilio.com, by what they mean. https://www.twilio.com/docs/api/errors */
export const accountRefusal = {
  ...commonRefusal,
  noInstructions: () => bad(21205, 'Url or Twiml is required'),
  callerNotOwned: () => bad(21210, 'From is not a number of this account'),
  invalidTo: () => bad(21211, 'To is not a phone number'),
  callEnded: () => bad(21220, 'The call is not in progress'),
  callNotInProgress: () => bad(21220, 'The call is not in progress and cannot be recorded'),
  noBody: () => bad(21602, 'Body is required'),
  bodyTooLong: () => bad(21617, 'Body is longer than 1,600 characters'),
  optedOut: () => bad(21610, 'To has replied STOP to From'),
  senderCannotText: () => bad(21606, 'From is not a number of this account that can send texts'),
};
