import * as v from 'valibot';
import type { SwitchboardName } from '../masking/session';
import type { SessionMode } from '../switchboard/proxy/proxy-switchboard';
import { country, isTimeZone, quietHours, screeningPolicy } from './rules';
import { allowedWord, deniedWord } from './screening-words';
import { apiKey, foreignSecret, key, namedKeys, webhookSecret } from './secrets';
import { address, flag, list, optional, required, url, whole } from './values';

export type Language = 'ja' | 'en';

const DAY_SECONDS = 86_400;

/**
 * A number that carries 100 sessions, as many as Twilio advises, has at most 100 live PINs among 1,000,000. Nine wrong attempts, the
 * default, find one with a chance of at most 9 x 100 / 1,000,000 = 0.0009 in any hour: below 1 in 1,000. This many find one with 0.01.
 */
const MOST_PIN_ATTEMPTS = 100;

/** What each variable must be, and what it is when it is not set. */
export const variables = v.object({
  ACCOUNT_SID: v.pipe(required, v.regex(/^AC[0-9a-fA-F]{32}$/, 'must be an account sid (AC...)')),
  AUTH_TOKEN: required,
  SWITCHBOARD: optional<SwitchboardName>('proxy', v.picklist(['proxy', 'voice'], 'must be proxy or voice')),
  PROXY_SERVICE_SID: v.optional(
    v.pipe(v.string(), v.regex(/^KS[0-9a-fA-F]{32}$/, 'must be a Proxy service sid (KS...)')),
  ),
  PROXY_SESSION_MODE: optional<SessionMode>(
    'voice-only',
    v.picklist(
      ['voice-only', 'message-only', 'voice-and-message'],
      'must be voice-only, message-only or voice-and-message',
    ),
  ),
  TWILIO_API_BASE_URL: v.optional(url(['http:', 'https:'])),
  UPSTASH_REDIS_REST_URL: url(['https:', 'http:']),
  UPSTASH_REDIS_REST_TOKEN: required,
  KEY_PREFIX: optional(
    'tk:',
    v.pipe(v.string(), v.regex(/^[\w:-]{1,32}$/, 'must be 1 to 32 letters, digits, _, : or -')),
  ),
  TICKET_KEYS: namedKeys,
  TICKET_AUDIENCE: optional('tokumei', v.pipe(v.string(), v.maxLength(100, 'is too long'))),
  TICKET_MAX_AGE_SECONDS: optional('3600', whole(60, DAY_SECONDS)),
  API_KEYS: v.optional(list(apiKey), ''),
  DATA_KEYS: namedKeys,
  LOOKUP_KEY: key,
  CORS_ORIGINS: v.optional(
    list(
      v.pipe(v.string(), v.regex(/^https?:\/\/[^/\s*]+$/, 'must list origins, such as https://example.com')),
    ),
    '',
  ),
  DEFAULT_COUNTRY: optional('JP', country),
  ALLOWED_COUNTRIES: v.optional(v.pipe(list(country), v.minLength(1, 'must name a country')), 'JP'),
  REFUSED_PREFIXES: v.optional(
    list(v.pipe(v.string(), v.regex(/^\+[1-9]\d{0,13}$/, 'must list beginnings of numbers, such as +8150'))),
    '',
  ),
  SESSION_TTL_SECONDS: optional('3600', whole(60, 30 * DAY_SECONDS)),
  MAX_SESSIONS_PER_USER: optional('1', whole(1, 100)),
  COOL_OFF_SECONDS: optional(String(DAY_SECONDS), whole(0, 90 * DAY_SECONDS)),
  CALL_LOG_DAYS: optional('90', whole(1, 3650)),
  REPORT_DAYS: optional('365', whole(1, 3650)),
  USER_CONNECTS_PER_HOUR: optional('30', whole(1, 1_000_000)),
  USER_CONNECTS_PER_DAY: optional('100', whole(1, 1_000_000)),
  PAIR_CONNECTS_PER_HOUR: optional('10', whole(1, 1_000_000)),
  PAIR_CONNECTS_PER_DAY: optional('30', whole(1, 1_000_000)),
  SERVICE_CONNECTS_PER_DAY: optional('10000', whole(1, 999_999_999)),
  INTERACTIONS_PER_HOUR: optional('60', whole(1, 1_000_000)),
  PIN_ATTEMPTS_PER_CALLER_PER_HOUR: optional('4', whole(1, MOST_PIN_ATTEMPTS)),
  PIN_ATTEMPTS_PER_NUMBER_PER_HOUR: optional('9', whole(1, MOST_PIN_ATTEMPTS)),
  INTERCEPT_ON_ERROR: optional<'block' | 'allow'>(
    'block',
    v.picklist(['block', 'allow'], 'must be block or allow'),
  ),
  EVENTS_URL: v.optional(address(['https:', 'http:'])),
  EVENTS_SECRET: v.optional(list(webhookSecret), ''),
  SCREENING_POLICY: v.optional(screeningPolicy, ''),
  SCREENING_WORDS: v.optional(list(deniedWord), ''),
  SCREENING_ALLOW: v.optional(list(allowedWord), ''),
  PAUSE_AFTER_VIOLATIONS: optional('5', whole(0, 1000)),
  PAUSE_WINDOW_MINUTES: optional('60', whole(1, 10_080)),
  PAUSE_MINUTES: optional('60', whole(1, 10_080)),
  NOTICE_LANGUAGE: optional<Language>('ja', v.picklist(['ja', 'en'], 'must be ja or en')),
  MARKET_NAME: v.optional(v.pipe(v.string(), v.maxLength(40, 'must be at most 40 characters')), ''),
  RING_SECONDS: optional('30', whole(5, 120)),
  CALL_LIMIT_MINUTES: optional('60', whole(1, 240)),
  QSTASH_URL: optional('https://qstash.upstash.io', url(['https:', 'http:'])),
  QSTASH_TOKEN: v.optional(foreignSecret),
  QSTASH_CURRENT_SIGNING_KEY: v.optional(foreignSecret),
  QSTASH_NEXT_SIGNING_KEY: v.optional(foreignSecret),
  QUIET_HOURS: v.optional(quietHours),
  TIME_ZONE: optional(
    'Asia/Tokyo',
    v.pipe(v.string(), v.check(isTimeZone, 'must be a time zone, such as Asia/Tokyo')),
  ),
  WHISPER_TEXT: v.optional(v.pipe(v.string(), v.maxLength(100, 'must be at most 100 characters')), ''),
  PRESS_1_TO_ACCEPT: optional('false', flag),
  VOICEMAIL_SECONDS: optional('0', whole(0, 300)),
  MISSED_CALL_SMS: optional('false', flag),
  RECORD_CALLS: optional('false', flag),
  RECORDING_DAYS: optional('30', whole(1, 3650)),
});

type Variables = v.InferOutput<typeof variables>;

/** What QStash needs: all three, or none. */
const QSTASH = ['QSTASH_TOKEN', 'QSTASH_CURRENT_SIGNING_KEY', 'QSTASH_NEXT_SIGNING_KEY'] as const;
type QStashVariable = (typeof QSTASH)[number];
type QStashVariables = Pick<Variables, QStashVariable>;
const QSTASH_PATHS = [['QSTASH_TOKEN'], ['QSTASH_CURRENT_SIGNING_KEY'], ['QSTASH_NEXT_SIGNING_KEY']] as const;

/** Complains of the one that is missing, not of those that are there. */
function withTheOthers<const Name extends QStashVariable>(name: Name) {
  const check = v.partialCheck<Variables, typeof QSTASH_PATHS, QStashVariables, string>(
    QSTASH_PATHS,
    (given) => given[name] !== undefined || QSTASH.every((other) => given[other] === undefined),
    'is missing',
  );
  return v.forward<Variables, v.PartialCheckIssue<QStashVariables>, readonly [Name]>(check, [name]);
}

/** All variables, and what some of them ask of others. */
export const schema = v.pipe(
  variables,
  v.forward(
    v.partialCheck(
      [['SWITCHBOARD'], ['PROXY_SERVICE_SID']],
      ({ SWITCHBOARD, PROXY_SERVICE_SID }) => SWITCHBOARD === 'voice' || PROXY_SERVICE_SID !== undefined,
      'is missing',
    ),
    ['PROXY_SERVICE_SID'],
  ),
  v.forward(
    v.partialCheck(
      [['EVENTS_URL'], ['EVENTS_SECRET']],
      ({ EVENTS_URL, EVENTS_SECRET }) => EVENTS_URL === undefined || EVENTS_SECRET.length > 0,
      'is missing',
    ),
    ['EVENTS_SECRET'],
  ),
  withTheOthers('QSTASH_TOKEN'),
  withTheOthers('QSTASH_CURRENT_SIGNING_KEY'),
  withTheOthers('QSTASH_NEXT_SIGNING_KEY'),
);
