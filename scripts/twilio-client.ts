import type { Twilio } from 'twilio';
import type { Config } from '../src/config';
import { deadlineIn } from '../src/masking/deadline';
import { twilioClient } from '../src/switchboard/proxy/rest';

/** The longest that one script works with Twilio. */
const SCRIPT_MS = 10 * 60_000;

/** The Twilio client that the Functions use, for a script. */
export function clientFor(config: Config): Promise<Twilio> {
  const { ACCOUNT_SID: accountSid, AUTH_TOKEN: authToken, TWILIO_API_BASE_URL: apiBaseUrl } = config;
  const settings = { accountSid, authToken, ...(apiBaseUrl === undefined ? {} : { apiBaseUrl }) };
  return twilioClient(settings, deadlineIn(SCRIPT_MS));
}
