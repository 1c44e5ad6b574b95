import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { inProject } from '../scripts/project';
import { readConfig, variableNames } from '../src/config';
import { requiredVariables } from './http/environment';

const text = readFileSync(inProject('.env.example'), 'utf8');
const variables = parseEnv(text) as Record<string, string>;
const required = Object.keys(requiredVariables());

/** @see https://www.twilio.com/docs/serverless/functions-assets/functions/variables */
const LONGEST_VALUE_BYTES = 450;
/** @see https://www.twilio.com/docs/api/errors/82006 */
const LARGEST_CONTEXT_BYTES = 3 * 1024;

/** The comment lines right above a variable. */
function describing(name: string): string[] {
  const [before = ''] = text.split(`\n${name}=`);
  return before.slice(before.lastIndexOf('\n\n')).trim().split('\n');
}

describe('.env.example', () => {
  it('has every variable that the code reads, once, and no other', () => {
    const names = text.split('\n').flatMap((line) => /^(\w+)=/.exec(line)?.[1] ?? []);
    expect([...names].sort()).toEqual([...variableNames].sort());
  });

  it.each(variableNames)('describes %s in English and Japanese, with format, need and link', (name) => {
    const lines = describing(name);
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^# description: [A-Z].*\.$/),
        expect.stringMatching(/^# 説明: .*。$/),
        expect.stringMatching(/^# format: \S/),
        `# required: ${required.includes(name)}`,
        expect.stringMatching(/^# link: https:\/\/\S+$/),
      ]),
    );
  });

  it('leaves empty what is required, so that nobody runs with an example of a secret', () => {
    expect(required.filter((name) => variables[name] !== '')).toEqual([]);
  });

  it('has the defaults of the code', () => {
    const written = readConfig({ ...variables, ...requiredVariables() });
    const bare = readConfig({ ...requiredVariables() });
    expect({ ...written, ...secrets }).toEqual({ ...bare, ...secrets });
    const unset = Object.keys(variables).filter((name) => !required.includes(name) && variables[name] === '');
    expect(unset.sort()).toEqual([
      'API_KEYS',
      'CORS_ORIGINS',
      'EVENTS_SECRET',
      'EVENTS_URL',
      'MARKET_NAME',
      'QSTASH_CURRENT_SIGNING_KEY',
      'QSTASH_NEXT_SIGNING_KEY',
      'QSTASH_TOKEN',
      'QUIET_HOURS',
      'REFUSED_PREFIXES',
      'SCREENING_ALLOW',
      'SCREENING_POLICY',
      'SCREENING_WORDS',
      'TWILIO_API_BASE_URL',
      'WHISPER_TEXT',
    ]);
  });
});

/** Two sets of required variables differ in their random keys only. */
const secrets = { TICKET_KEYS: [], DATA_KEYS: [], LOOKUP_KEY: [] };

describe('a full configuration', () => {
  const key = () => randomBytes(32).toString('base64url');
  const context: Record<string, string> = {
    ...variables,
    ...requiredVariables(),
    TICKET_KEYS: `t2026-11:${key()},t2026-05:${key()}`,
    DATA_KEYS: `d2026-11:${key()},d2025-11:${key()}`,
    API_KEYS: `connect:${key()},screen:${key()},ops:${key()},connect|screen|ops:${key()}`,
    CORS_ORIGINS: 'https://www.market.example,https://app.market.example,https://staging.market.example',
    MARKET_NAME: '匿名フリーマーケット',
    ALLOWED_COUNTRIES: 'JP,US,GB,KR,TW',
    EVENTS_URL: 'https://api.market.example/webhooks/tokumei',
    EVENTS_SECRET: `whsec_${randomBytes(32).toString('base64')},whsec_${randomBytes(32).toString('base64')}`,
    QSTASH_URL: 'https://qstash-us-east-1.upstash.io',
    QSTASH_TOKEN: Buffer.from(
      JSON.stringify({ UserID: key().slice(0, 36), Password: key().slice(0, 32) }),
    ).toString('base64'),
    QSTASH_CURRENT_SIGNING_KEY: `sig_${key().slice(0, 28)}`,
    QSTASH_NEXT_SIGNING_KEY: `sig_${key().slice(0, 28)}`,
    DOMAIN_NAME: 'tokumei-1234-production.twil.io',
    SERVICE_SID: `ZS${'0'.repeat(32)}`,
    ENVIRONMENT_SID: `ZE${'0'.repeat(32)}`,
    PATH: '/proxy/out-of-session',
  };

  it('is valid', () => {
    expect(() => readConfig(context)).not.toThrow();
  });

  it('keeps every value within what Twilio stores', () => {
    const tooLong = Object.entries(context).filter(
      ([, value]) => Buffer.byteLength(value) > LONGEST_VALUE_BYTES,
    );
    expect(tooLong).toEqual([]);
  });

  it('fits into the context that Twilio hands to a Function', () => {
    expect(Buffer.byteLength(JSON.stringify(context))).toBeLessThan(LARGEST_CONTEXT_BYTES);
  });
});
