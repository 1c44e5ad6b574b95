import { screenOptions, storeSettings } from '../src/wiring';
import { configWith } from './http/environment';

/** Seconds after which the platform ends a Function. @see https://www.twilio.com/docs/serverless/functions-assets/faq */
const PLATFORM_SECONDS = 10;

describe('each variable is where it counts', () => {
  it('in the settings of the store', () => {
    const config = configWith({
      KEY_PREFIX: 'other:',
      SWITCHBOARD: 'voice',
      DEFAULT_COUNTRY: 'US',
      SESSION_TTL_SECONDS: '601',
      MAX_SESSIONS_PER_USER: '2',
      COOL_OFF_SECONDS: '602',
      CALL_LOG_DAYS: '3',
      REPORT_DAYS: '4',
      PIN_ATTEMPTS_PER_CALLER_PER_HOUR: '5',
      PIN_ATTEMPTS_PER_NUMBER_PER_HOUR: '6',
      USER_CONNECTS_PER_HOUR: '7',
      USER_CONNECTS_PER_DAY: '8',
      PAIR_CONNECTS_PER_HOUR: '9',
      PAIR_CONNECTS_PER_DAY: '10',
      SERVICE_CONNECTS_PER_DAY: '11',
      INTERACTIONS_PER_HOUR: '12',
      PAUSE_AFTER_VIOLATIONS: '13',
      PAUSE_WINDOW_MINUTES: '14',
      PAUSE_MINUTES: '15',
    });
    expect(storeSettings(config)).toMatchObject({
      prefix: 'other:',
      switchboard: 'voice',
      defaultCountry: 'US',
      sessionTtlSeconds: 601,
      maxSessionsPerUser: 2,
      coolOffSeconds: 602,
      callLogDays: 3,
      reportDays: 4,
      announcesEvents: false,
      pinTriesPerHour: { caller: 5, number: 6 },
      quotas: {
        user: { perHour: 7, perDay: 8 },
        pair: { perHour: 9, perDay: 10 },
        serviceDaily: 11,
        interactionsPerHour: 12,
      },
      pauses: { afterViolations: 13, windowSeconds: 14 * 60, pauseSeconds: 15 * 60 },
    });
  });

  it('numbers are sealed with the newest key, and opened with all', () => {
    const older = configWith().DATA_KEYS;
    const config = { ...configWith(), DATA_KEYS: [...configWith().DATA_KEYS, ...older] };
    const { dataKey, openingKeys } = storeSettings(config);
    expect(dataKey).toBe(config.DATA_KEYS[0]);
    expect(openingKeys).toEqual(config.DATA_KEYS);
  });

  it('in the options of screening', () => {
    const config = configWith({
      SCREENING_POLICY: 'url:flag',
      SCREENING_WORDS: 'en/messenger:pineapple',
      SCREENING_ALLOW: 'market.example',
    });
    expect(screenOptions(config)).toEqual({
      policy: { url: 'flag' },
      deny: [{ language: 'en', kind: 'messenger', word: 'pineapple' }],
      allow: [{ word: 'market.example' }],
    });
  });
});

it('a reservation outlives the function that made it', () => {
  expect(storeSettings(configWith()).reservationSeconds).toBeGreaterThan(PLATFORM_SECONDS);
});
