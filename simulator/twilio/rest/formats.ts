import type { Ajv } from 'ajv';
import addFormats from 'ajv-formats';

const RFC_2822 = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} \+0000$/;
const ABSOLUTE_URL = /^https?:\/\/[^\s]+$/i;

/** The APIs that are answered here. */
export type ApiName = 'proxy' | 'account' | 'serverless' | 'monitor';

/**
 * The string formats of Twilio's descriptions. They are looser for api.twilio.com, whose own examples hold empty and
 * relative URIs and dates without a time.
 */
export function addTwilioFormats(ajv: Ajv, api: ApiName): void {
  addFormats(ajv, ['date-time', 'date']);
  ajv.addFormat('uri', ABSOLUTE_URL);
  ajv.addFormat('phone-number', /^\+?[\d*]{3,20}$/);
  ajv.addFormat('date-time-rfc-2822', RFC_2822);
  ajv.addFormat('endpoint', /\S/);
  ajv.addFormat('http-method', /^(GET|POST)$/);
  if (api !== 'account') return;
  ajv.addFormat('uri', (text: string) => text === '' || text.startsWith('/') || ABSOLUTE_URL.test(text));
  ajv.addFormat('date-time', (text: string) => !Number.isNaN(Date.parse(text)));
}
