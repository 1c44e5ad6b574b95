import { commonRefusal, TwilioError } from '../twilio-error';

const bad = (code: number, message: string) => new TwilioError(400, code, message);

/** Every refusal of Twilio Proxy, by what it means. Where Twilio publishes no HTTP status for a code, it is 400. */
export const refusal = {
  ...commonRefusal,
  numberInOtherService: () => bad(80101, 'The number already belongs to a Proxy service'),
  alreadyInSession: () => bad(80103, 'The identifier is already a participant of this session'),
  noVoice: () => bad(80201, 'No number of the service is capable of voice'),
  noSms: () => bad(80202, 'No number of the service is capable of SMS'),
  noNumberInCountry: (country: string) => bad(80203, `The service has no number for country ${country}`),
  noNumber: () => bad(80206, 'The service has no compatible number left for this participant'),
  onlyReserved: () => bad(80207, 'The service has only reserved numbers'),
  allInUse: () => bad(80208, 'Every number of the service is in use by this participant'),
  identifierUnreachable: () => bad(80404, 'The identifier is not a phone number that can be reached'),
  numberNotOwned: () => bad(80606, 'The proxy identifier does not belong to the account'),
  numberNotInService: () => bad(80605, 'The proxy identifier does not belong to the service'),
  uniqueNameTaken: () => bad(80603, 'The unique name is in use'),
  proxyIdentifierInUse: () =>
    bad(80604, 'The identifier already uses this proxy identifier in an active session'),
  sessionClosed: () => bad(80607, 'The session is closed and cannot be updated'),
  statusInvalid: (from: string, to: string) => bad(80608, `A session cannot go from ${from} to ${to}`),
  tooManyParticipants: () => bad(80609, 'A session has at most 2 participants'),
  numberInUse: () => bad(80611, 'The number is in use by an active session'),
  participantRemoved: () => bad(80612, 'A removed participant cannot be added again'),
  tooManyNumbers: () => bad(80622, 'The service holds as many numbers as it can'),
  duplicateRequest: () =>
    new TwilioError(409, 80623, 'Another request is creating a participant with this identifier'),
  tooManyRequests: () => new TwilioError(429, 80621, 'Too many requests to this endpoint of the service'),
};
