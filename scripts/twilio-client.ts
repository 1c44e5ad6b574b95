import type { Twilio } from 'twilio';
import { deadlineIn } from '../src/masking/deadline';
import { twilioClient } from '../src/switchboard/proxy/rest';

/** The longest that one script works with Twilio. */
const SCRIPT_MS = 10 * 60_000;

/** The part of the configuration that tells which account, and where Twilio is. */
export interface TwilioAccess {
  ACCOUNT_SID: string;
  AUTH_TOKEN: string;
  TWILIO_API_BASE_URL?: string | undefined;
}

/** The Twilio client that the Functions use, for a script. */
export function clientFor(access: TwilioAccess): Promise<Twilio> {
  const { ACCOUNT_SID: accountSid, AUTH_TOKEN: authToken, TWILIO_API_BASE_URL: apiBaseUrl } = access;
  const settings = { accountSid, authToken, ...(apiBaseUrl === undefined ? {} : { apiBaseUrl }) };
  return twilioClient(settings, deadlineIn(SCRIPT_MS));
}
