import { createHash, randomBytes } from 'node:crypto';
import { ConfigError, readConfig, variableNames } from '../src/config';
import { accepted, secret, wrong } from './config-values';
import { configWith, requiredVariables } from './http/environment';

const REQUIRED = [
  'ACCOUNT_SID',
  'AUTH_TOKEN',
  'PROXY_SERVICE_SID',
  'UPSTASH_REDIS_REST_URL',
  'UPSTASH_REDIS_REST_TOKEN',
  'TICKET_KEYS',
  'DATA_KEYS',
  'LOOKUP_KEY',
];

const REQUIRED_IN_ORDER = variableNames.filter((name) => REQUIRED.includes(name));

const DEFAULTS = {
  SWITCHBOARD: 'proxy',
  PROXY_SESSION_MODE: 'voice-only',
  KEY_PREFIX: 'tk:',
  TICKET_AUDIENCE: 'tokumei',
  TICKET_MAX_AGE_SECONDS: 3600,
  API_KEYS: [],
  CORS_ORIGINS: [],
  DEFAULT_COUNTRY: 'JP',
  ALLOWED_COUNTRIES: ['JP'],
  REFUSED_PREFIXES: [],
  SESSION_TTL_SECONDS: 3600,
  MAX_SESSIONS_PER_USER: 1,
  COOL_OFF_SECONDS: 86_400,
  CALL_LOG_DAYS: 90,
  REPORT_DAYS: 365,
  USER_CONNECTS_PER_HOUR: 30,
  USER_CONNECTS_PER_DAY: 100,
  PAIR_CONNECTS_PER_HOUR: 10,
  PAIR_CONNECTS_PER_DAY: 30,
  SERVICE_CONNECTS_PER_DAY: 10_000,
  INTERACTIONS_PER_HOUR: 60,
  PIN_ATTEMPTS_PER_CALLER_PER_HOUR: 4,
  PIN_ATTEMPTS_PER_NUMBER_PER_HOUR: 9,
  INTERCEPT_ON_ERROR: 'block',
  EVENTS_SECRET: [],
  SCREENING_POLICY: {},
  SCREENING_WORDS: [],
  SCREENING_ALLOW: [],
  PAUSE_AFTER_VIOLATIONS: 5,
  PAUSE_WINDOW_MINUTES: 60,
  PAUSE_MINUTES: 60,
  NOTICE_LANGUAGE: 'ja',
  MARKET_NAME: '',
  RING_SECONDS: 30,
  CALL_LIMIT_MINUTES: 60,
  QSTASH_URL: 'https://qstash.upstash.io',
  TIME_ZONE: 'Asia/Tokyo',
  WHISPER_TEXT: '',
  PRESS_1_TO_ACCEPT: false,
  VOICEMAIL_SECONDS: 0,
  MISSED_CALL_SMS: false,
  RECORD_CALLS: false,
  RECORDING_DAYS: 30,
};

function complaints(environment: Readonly<Record<string, unknown>>): readonly string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.variables;
    throw error;
  }
  return [];
}

describe('the switchboard', () => {
  const without = { ...requiredVariables(), PROXY_SERVICE_SID: '' };

  it('voice needs no Proxy service', () => {
    expect(readConfig({ ...without, SWITCHBOARD: 'voice' })).toMatchObject({ SWITCHBOARD: 'voice' });
  });

  it('proxy needs one', () => {
    expect(complaints(without)).toEqual(['PROXY_SERVICE_SID is missing']);
    expect(complaints({ ...without, SWITCHBOARD: 'proxy' })).toEqual(['PROXY_SERVICE_SID is missing']);
  });
});

describe('a configuration with nothing but what is required', () => {
  it('has every default', () => {
    expect(configWith()).toMatchObject(DEFAULTS);
    expect(Object.keys(configWith()).sort()).toEqual([...REQUIRED, ...Object.keys(DEFAULTS)].sort());
  });

  it('takes an empty or blank variable for a missing one', () => {
    const blank = Object.fromEntries(
      Object.keys(DEFAULTS).map((name, index) => [name, index % 2 ? '' : ' ']),
    );
    expect(configWith({ ...blank, TWILIO_API_BASE_URL: '' })).toMatchObject(DEFAULTS);
    expect(complaints({ ...requiredVariables(), AUTH_TOKEN: ' ' })).toEqual(['AUTH_TOKEN is missing']);
  });

  it('takes a variable that is no text for a missing one', () => {
    expect(complaints({ ...requiredVariables(), AUTH_TOKEN: 7, LOOKUP_KEY: null })).toEqual([
      'AUTH_TOKEN is missing',
      'LOOKUP_KEY is missing',
    ]);
  });
});

describe('the events', () => {
  it('need a secret where they have a receiver', () => {
    const environment = { ...requiredVariables(), EVENTS_URL: 'https://market.example/events' };
    expect(complaints(environment)).toEqual(['EVENTS_SECRET is missing']);
  });
});

describe('the warning before the end of a call', () => {
  const all = {
    QSTASH_TOKEN: 'token',
    QSTASH_CURRENT_SIGNING_KEY: 'sig_1',
    QSTASH_NEXT_SIGNING_KEY: 'sig_2',
  };

  it('needs a token and both keys, or none of them', () => {
    expect(complaints({ ...requiredVariables(), ...all })).toEqual([]);
    for (const name of Object.keys(all))
      expect(complaints({ ...requiredVariables(), ...all, [name]: '' })).toEqual([`${name} is missing`]);
  });
});

describe('a value', () => {
  /** What a variable cannot do without. */
  const qstash = {
    QSTASH_TOKEN: 'token',
    QSTASH_CURRENT_SIGNING_KEY: 'sig_1',
    QSTASH_NEXT_SIGNING_KEY: 'sig_2',
  };
  const companions: Readonly<Record<string, object>> = {
    ...Object.fromEntries(Object.keys(qstash).map((name) => [name, qstash])),
    EVENTS_URL: { EVENTS_SECRET: `whsec_${randomBytes(32).toString('base64')}` },
  };

  it.each(accepted)('%s=%s is read', (name, text, value) => {
    expect(configWith({ ...companions[name], [name]: text })).toMatchObject({ [name]: value });
  });

  it.each(wrong)('%s=%s is refused by name, without being quoted', (name, text, complaint) => {
    const [only, ...others] = complaints({ ...requiredVariables(), ...companions[name], [name]: text });
    expect(others).toEqual([]);
    expect(only).toMatch(complaint);
    expect(only?.startsWith(`${name} `)).toBe(true);
    if (text.length > 12) expect(only).not.toContain(text.slice(-8));
  });

  it('is tried for every variable that has a form', () => {
    const free = ['AUTH_TOKEN', 'UPSTASH_REDIS_REST_TOKEN'];
    expect(new Set([...wrong.map(([name]) => name), ...free])).toEqual(new Set(variableNames));
  });
});

describe('the error', () => {
  it('names everything that is missing in one message', () => {
    expect(complaints({})).toEqual(REQUIRED_IN_ORDER.map((name) => `${name} is missing`));
    expect(() => readConfig({})).toThrow(
      `Missing or wrong configuration: ${REQUIRED_IN_ORDER.map((name) => `${name} is missing`).join('; ')}. See .env.example.`,
    );
  });

  it('names missing and wrong variables together, each once', () => {
    const { ACCOUNT_SID: _, ...rest } = requiredVariables();
    const names = complaints({ ...rest, API_KEYS: 'a,b', CALL_LOG_DAYS: 'x' }).map(
      (text) => text.split(' ')[0],
    );
    expect(names).toEqual(['ACCOUNT_SID', 'API_KEYS', 'CALL_LOG_DAYS']);
  });

  it('holds no value of any variable, right or wrong', () => {
    const environment = { ...requiredVariables(), API_KEYS: secret(), CORS_ORIGINS: 'javascript:alert(1)' };
    const { message } = new ConfigError(complaints(environment));
    for (const value of Object.values(environment)) expect(message).not.toContain(value);
  });
});

describe('the key lists', () => {
  it('keep their order, so that the first ticket and data key is the newest', () => {
    const [newer, older] = [secret(), secret()];
    const { TICKET_KEYS, DATA_KEYS } = configWith({
      TICKET_KEYS: `k2:${newer}, k1:${older}`,
      DATA_KEYS: `d2:${newer},d1:${older}`,
    });
    expect(TICKET_KEYS.map(({ id }) => id)).toEqual(['k2', 'k1']);
    expect(DATA_KEYS.map(({ id }) => id)).toEqual(['d2', 'd1']);
    expect(Buffer.from(TICKET_KEYS[0]?.key ?? []).toString('base64url')).toBe(newer);
  });

  it('give each API key its scopes and its hash', () => {
    const hash = createHash('sha256').update('a key').digest();
    const text = `connect|screen:${hash.toString('base64url')},ops:${secret()}`;
    const [first, second] = configWith({ API_KEYS: text }).API_KEYS;
    expect(first?.scopes).toEqual(['connect', 'screen']);
    expect(Buffer.from(first?.hash ?? []).equals(hash)).toBe(true);
    expect(second?.scopes).toEqual(['ops']);
  });
});
