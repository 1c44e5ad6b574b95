import { corsHeaders } from '../../src/http/cors';
import { configWith } from './environment';

const config = configWith({ CORS_ORIGINS: 'https://app.example,http://localhost:8080' });

describe('CORS', () => {
  it.each(['https://app.example', 'http://localhost:8080'])(
    'lets the configured origin %s read',
    (origin) => {
      expect(corsHeaders(origin, config)).toEqual({
        Vary: 'Origin',
        'Access-Control-Allow-Origin': origin,
        'Access-Control-Expose-Headers': 'Retry-After, X-Request-Id',
      });
    },
  );

  it.each([
    undefined,
    'null',
    '*',
    'https://evil.example',
    'https://app.example.evil.example',
    'http://app.example',
    'https://app.example:444',
    'https://APP.example',
    'https://app.example,http://localhost:8080',
  ])('lets no other origin read: %s', (origin) => {
    expect(corsHeaders(origin, config)).toEqual({ Vary: 'Origin' });
  });

  it('lets nobody read when nothing is configured or the configuration is broken', () => {
    expect(corsHeaders('https://app.example', configWith())).toEqual({ Vary: 'Origin' });
    expect(corsHeaders('https://app.example', undefined)).toEqual({ Vary: 'Origin' });
  });
});
