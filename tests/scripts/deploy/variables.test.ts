import { checkVariables, deployedVariables, isLocal, sizesOf } from '../../../scripts/deploy/variables';
import { generateKeys } from '../../../scripts/keys';

const settings = {
  ...generateKeys().variables,
  ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  AUTH_TOKEN: 'x'.repeat(32),
  TWILIO_API_BASE_URL: '',
  KEY_PREFIX: 'tk:',
  NOTICE_LANGUAGE: 'en',
  SOMETHING_ELSE: 'of the machine',
};

describe('the variables that are sent', () => {
  const variables = deployedVariables(settings);

  it('are those that the Functions read, where they differ from the default', () => {
    expect(variables).toMatchObject({ NOTICE_LANGUAGE: 'en', DATA_KEYS: settings.DATA_KEYS });
    expect(variables).not.toHaveProperty('KEY_PREFIX');
    expect(variables).not.toHaveProperty('SOMETHING_ELSE');
    expect(variables).not.toHaveProperty('TWILIO_API_BASE_URL');
  });

  it('leave out the credentials, which Twilio adds by itself', () => {
    expect(Object.keys(variables)).not.toEqual(expect.arrayContaining(['ACCOUNT_SID']));
    expect(Object.keys(variables)).not.toEqual(expect.arrayContaining(['AUTH_TOKEN']));
  });

  it('are named with the bytes of their values, the largest first', () => {
    expect(sizesOf({ A: 'あ', B: '1234' })).toEqual([
      ['B', 4],
      ['A', 3],
    ]);
  });
});

describe('before anything is sent', () => {
  const check = (more: Record<string, string>, isRehearsal = false) => {
    const all = { ...settings, UPSTASH_REDIS_REST_URL: 'https://db.example.com', ...more };
    checkVariables(deployedVariables(all), all, isRehearsal);
  };

  it('variables within the limits pass', () => {
    expect(() => check({})).not.toThrow();
  });

  it('a value above 450 bytes is refused, with its size', () => {
    expect(() => check({ CORS_ORIGINS: `https://${'x'.repeat(443)}` })).toThrow(
      /CORS_ORIGINS has 451 bytes, more than 450.*82006.*largest are: CORS_ORIGINS 451/,
    );
  });

  it('a context above 3,000 bytes is refused, with the largest variables', () => {
    const much = { TICKET_KEYS: 'x'.repeat(450), DATA_KEYS: 'x'.repeat(450), API_KEYS: 'x'.repeat(450) };
    const more = {
      CORS_ORIGINS: 'x'.repeat(450),
      MARKET_NAME: 'x'.repeat(450),
      TICKET_AUDIENCE: 'x'.repeat(450),
    };
    expect(() => check({ ...much, ...more })).toThrow(/All variables together are \d+ bytes, more than 3000/);
  });

  it.each(['http://127.0.0.1:4000', 'http://localhost:4000', 'https://[::1]'])(
    'an address of this machine is refused: %s',
    (url) => {
      expect(() => check({ TWILIO_API_BASE_URL: url })).toThrow(/TWILIO_API_BASE_URL in \.env is an address/);
      expect(() => check({ TWILIO_API_BASE_URL: url }, true)).not.toThrow();
    },
  );

  it.each(['', 'text', 'https://localhost.example.com', 'ftp://localhost'])('"%s" is none', (text) => {
    expect(isLocal(text)).toBe(false);
  });
});
