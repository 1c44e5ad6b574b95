import { handler as health } from '../../src/functions/health';
import { useFunctionWorld } from './support';

const world = useFunctionWorld();

describe('/health', () => {
  it('says how large the pool is and how far Redis, to everybody', async () => {
    const { status, json } = await world().call(health);
    expect({ status, json }).toEqual({
      status: 200,
      json: { status: 'success', data: { poolSize: 6, redisMs: expect.any(Number) } },
    });
  });

  it('names every variable that is missing or wrong, and neither a value nor a place in the code', async () => {
    const settings = { AUTH_TOKEN: '', LOOKUP_KEY: 'too-short', SESSION_TTL_SECONDS: '1h' };
    const { status, json, text } = await world().call(health, { settings });
    expect(status).toBe(500);
    expect(json).toMatchObject({ code: 'misconfigured' });
    expect(json.variables).toEqual([
      'AUTH_TOKEN is missing',
      'LOOKUP_KEY must be 32 bytes in base64url',
      'SESSION_TTL_SECONDS must be a whole number from 60 to 2592000',
    ]);
    expect(text).not.toMatch(/too-short|1h|\bat \w|\.ts|node_modules/);
  });

  it('is unwell without a number', async () => {
    await world().savePool([]);
    const { status, headers, json } = await world().call(health);
    expect({ status, code: json.code, retry: headers['Retry-After'] }).toEqual({
      status: 503,
      code: 'pool_exhausted',
      retry: '60',
    });
  });

  it('answers in English when asked to', async () => {
    await world().savePool([]);
    const { json } = await world().call(health, { headers: { 'accept-language': 'en' } });
    expect(json.message).toMatch(/^Something went wrong/);
  });

  it('answers although a body replaced the envelope', async () => {
    expect((await world().call(health, { event: { request: 'x' } })).status).toBe(200);
  });
});
