import { readConfig } from '../src/config';
import { requiredVariables } from './http/environment';

/** What `.env.example` of version 0.1.0 had: whoever copied it then keeps these lines. */
const inFirstVersion = {
  SWITCHBOARD: 'proxy',
  PROXY_SESSION_MODE: 'voice-only',
  KEY_PREFIX: 'tk:',
  TICKET_AUDIENCE: 'tokumei',
  TICKET_MAX_AGE_SECONDS: '3600',
  CALL_LOG_DAYS: '90',
  DEFAULT_COUNTRY: 'JP',
  ALLOWED_COUNTRIES: 'JP',
  SESSION_TTL_SECONDS: '3600',
  MAX_SESSIONS_PER_USER: '1',
  COOL_OFF_SECONDS: '86400',
  USER_CONNECTS_PER_HOUR: '30',
  USER_CONNECTS_PER_DAY: '100',
  PAIR_CONNECTS_PER_HOUR: '10',
  PAIR_CONNECTS_PER_DAY: '30',
  SERVICE_CONNECTS_PER_DAY: '10000',
  INTERACTIONS_PER_HOUR: '60',
  PIN_ATTEMPTS_PER_CALLER_PER_HOUR: '4',
  PIN_ATTEMPTS_PER_NUMBER_PER_HOUR: '9',
  INTERCEPT_ON_ERROR: 'block',
  NOTICE_LANGUAGE: 'ja',
};

it('settings of version 0.1.0 mean what they meant, and what is new has a default', () => {
  const required = requiredVariables();
  const names = Object.keys(readConfig(required));
  expect(names).toEqual(expect.arrayContaining(Object.keys(inFirstVersion)));
  expect(readConfig({ ...required, ...inFirstVersion })).toEqual(readConfig(required));
});
