import * as v from 'valibot';
import { allowedWord, deniedWord } from './config/screening-words';
import type { Country } from './masking/numbers';
import type { SwitchboardName } from './masking/session';
import type { QuietHours } from './safety/quiet-hours';
import type { Action, FindingKind } from './safety/screening';
import type { NamedKey } from './store/seal';
import type { SessionMode } from './switchboard/proxy/proxy-switchboard';

/** The variables that a Function gets from Twilio, or from `.env` locally. */
export type Environment = Readonly<Record<string, unknown>>;

export type ApiScope = 'connect' | 'screen' | 'ops';
export type Language = 'ja' | 'en';

export interface ApiKeyEntry {
  readonly scopes: readonly ApiScope[];
  /** SHA-256 of the key. */
  readonly hash: Uint8Array;
}

/** Thrown once for all variables that are missing or wrong; the message names each, and never a value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(readonly variables: readonly string[]) {
    super(`Missing or wrong configuration: ${variables.join('; ')}. See .env.example.`);
  }
}

const KEY_BYTES = 32;

const required = v.pipe(v.string('is missing'), v.nonEmpty('is missing'));
const optional = <T>(fallback: string, action: v.GenericSchema<string, T>) => v.optional(action, fallback);

function whole(least: number, most: number) {
  return v.pipe(
    v.string(),
    v.regex(/^\d{1,9}$/, `must be a whole number from ${least} to ${most}`),
    v.transform(Number),
    v.minValue(least, `must be at least ${least}`),
    v.maxValue(most, `must be at most ${most}`),
  );
}

function address(schemes: readonly string[]) {
  const isAllowed = (text: string) => URL.canParse(text) && schemes.includes(new URL(text).protocol);
  return v.pipe(required, v.check(isAllowed, `must be a URL that starts with ${schemes.join(' or ')}//`));
}

/** An address that paths are put behind. */
function url(schemes: readonly string[]) {
  return v.pipe(
    address(schemes),
    v.transform((text) => text.replace(/\/+$/, '')),
  );
}

function list<T>(item: v.GenericSchema<string, T>) {
  const parts = (text: string) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  return v.pipe(v.string('is missing'), v.transform(parts), v.array(item));
}

function bytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64url'));
}

const key = v.pipe(
  required,
  v.transform(bytes),
  v.check((value) => value.length === KEY_BYTES, `must be ${KEY_BYTES} bytes in base64url`),
);

const KEY_ID = /^[A-Za-z0-9_-]{1,16}:[A-Za-z0-9_-]{43}=?$/;
const namedKey: v.GenericSchema<string, NamedKey> = v.pipe(
  v.string(),
  v.regex(KEY_ID, 'must be id:key, the key being 32 bytes in base64url'),
  v.transform((text) => {
    const [id = '', body = ''] = text.split(':');
    return { id, key: bytes(body) };
  }),
);
const namedKeys = v.pipe(list(namedKey), v.minLength(1, 'is missing'));

const API_KEY = /^(connect|screen|ops)(\|(connect|screen|ops))*:[A-Za-z0-9_-]{43}=?$/;
const apiKey: v.GenericSchema<string, ApiKeyEntry> = v.pipe(
  v.string(),
  v.regex(API_KEY, 'must be scopes:hash, such as connect|ops:... with the SHA-256 of the key in base64url'),
  v.transform((text) => {
    const [scopes = '', hash = ''] = text.split(':');
    return { scopes: scopes.split('|') as ApiScope[], hash: bytes(hash) };
  }),
);

const country: v.GenericSchema<string, Country> = v.pipe(
  v.string(),
  v.regex(/^[A-Z]{2}$/, 'must be two capital letters, such as JP'),
  v.transform((text) => text as Country),
);

/** @see https://www.standardwebhooks.com */
const SECRET_PREFIX = 'whsec_';
const webhookSecret = v.pipe(
  v.string(),
  v.check(
    (text) => isWebhookSecret(text),
    'must list secrets such as whsec_..., of 24 to 64 bytes in base64',
  ),
);

function isWebhookSecret(text: string): boolean {
  const body = text.slice(SECRET_PREFIX.length);
  const decoded = Buffer.from(body, 'base64');
  const isBase64 = decoded.toString('base64') === body;
  return text.startsWith(SECRET_PREFIX) && isBase64 && decoded.length >= 24 && decoded.length <= 64;
}

const POLICY_ENTRY = /^(phone|email|messenger|url|direct-dealing):(reject|flag|ignore)$/;
const screeningPolicy: v.GenericSchema<string, Partial<Record<FindingKind, Action>>> = v.pipe(
  list(v.pipe(v.string(), v.regex(POLICY_ENTRY, 'must list kind:action, such as url:flag'))),
  v.transform((entries) => Object.fromEntries(entries.map((entry) => entry.split(':')))),
);

const flag = v.pipe(
  v.picklist(['true', 'false'], 'must be true or false'),
  v.transform((text) => text === 'true'),
);

const QUIET_HOURS = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/;
const quietHours: v.GenericSchema<string, QuietHours> = v.pipe(
  v.string(),
  v.regex(QUIET_HOURS, 'must be hh:mm-hh:mm, such as 22:00-08:00'),
  v.transform((text) => {
    const [from = 0, fromRest = 0, until = 0, untilRest = 0] = text.split(/[:-]/).map(Number);
    return { fromMinute: from * 60 + fromRest, untilMinute: until * 60 + untilRest };
  }),
  v.check(({ fromMinute, untilMinute }) => fromMinute !== untilMinute, 'must leave some time for calls'),
);

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

const DAY_SECONDS = 86_400;

/**
 * A number that carries 100 sessions, as many as Twilio advises, has at most 100 live PINs among 1,000,000. Nine wrong attempts, the
 * default, find one with a chance of at most 9 x 100 / 1,000,000 = 0.0009 in any hour: below 1 in 1,000. This many find one with 0.01.
 */
const MOST_PIN_ATTEMPTS = 100;

const variables = v.object({
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

const schema = v.pipe(
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
);

/** All settings of the service, checked. */
export type Config = v.InferOutput<typeof schema>;

/** Every variable that the code reads, for the check that `.env.example` describes each. */
export const variableNames: readonly string[] = Object.keys(variables.entries);

/** What a variable is when it is not set; undefined for one that has no default. */
export function defaultOf(name: string): string | undefined {
  const entry: object | undefined = Object.entries(variables.entries).find(([key]) => key === name)?.[1];
  return entry && 'default' in entry && typeof entry.default === 'string' ? entry.default : undefined;
}

/**
 * Reads and checks the whole configuration; an empty variable counts as missing.
 * @throws ConfigError that names every variable that is missing or wrong.
 */
export function readConfig(environment: Environment): Config {
  const given = Object.fromEntries(
    variableNames.flatMap((name) => {
      const value = environment[name];
      return typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()]] : [];
    }),
  );
  const result = v.safeParse(schema, given);
  if (result.success) return result.output;
  const nameOf = (issue: (typeof result.issues)[number]) => String(issue.path?.[0]?.key);
  const inOrder = [...result.issues].sort(
    (one, other) => variableNames.indexOf(nameOf(one)) - variableNames.indexOf(nameOf(other)),
  );
  const named = inOrder.map((issue) => {
    const name = nameOf(issue);
    return `${name} ${name in given ? issue.message : 'is missing'}`;
  });
  throw new ConfigError([...new Set(named)]);
}
