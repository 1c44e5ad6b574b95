import { createHash } from 'node:crypto';
import { handler as blocks } from '../../src/functions/blocks';
import { handler as cleanup } from '../../src/functions/cleanup';
import { handler as connect } from '../../src/functions/connect';
import { handler as reports } from '../../src/functions/reports';
import { handler as sessions } from '../../src/functions/sessions';
import { type ErrorCode, errors } from '../../src/http/messages';
import type { Handler } from '../../src/http/runtime';
import { buyer, ORIGIN, seller, useFunctionWorld } from './support';

const world = useFunctionWorld();
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const pair = { userId: buyer.id, from: buyer.phone, peerId: seller.id, to: seller.phone };
const user = { userId: buyer.id };

/** What a backend sends, and what the bearer of a ticket adds to it. */
const CASES: [string, Handler, Record<string, unknown>, object][] = [
  ['/connect', connect, pair, {}],
  ['/cleanup', cleanup, user, {}],
  ['/sessions', sessions, user, {}],
  ['/blocks', blocks, { ...user, action: 'list' }, { action: 'list' }],
  ['/reports', reports, { ...user, peerId: seller.id, reason: 'other' }, { reason: 'other' }],
];

describe.each(CASES)('%s', (_, handler, params, withTicket) => {
  it('answers a backend with an API key, and the bearer of a ticket', async () => {
    const byKey = await world().call(handler, { headers: world().apiKey(), params });
    const byTicket = await world().call(handler, { headers: await world().ticket(), params: withTicket });
    expect([byKey.status, byTicket.status]).toEqual([200, 200]);
    expect([byKey.json.status, byTicket.json.status]).toEqual(['success', 'success']);
  });

  it.each<[string, Record<string, string>]>([
    ['no credential', {}],
    ['an unknown key', { 'x-api-key': 'unknown' }],
    ['a broken ticket', { authorization: 'Bearer a.b.c.d.e' }],
  ])('answers 401 to %s', async (_name, headers) => {
    const { status, headers: given, json } = await world().call(handler, { headers, params });
    const message = errors.unauthorized.text.ja;
    expect({ status, json }).toEqual({
      status: 401,
      json: { status: 'error', code: 'unauthorized', message },
    });
    expect(given['WWW-Authenticate']).toBe('Bearer');
    expect(world().restCalls()).toBe(0);
  });

  it('answers 403 to a key that is for something else', async () => {
    const hash = createHash('sha256').update('screening-key').digest('base64url');
    const settings = { API_KEYS: `screen|ops:${hash}` };
    const headers = { 'x-api-key': 'screening-key' };
    const { status, json } = await world().call(handler, { headers, params, settings });
    expect({ status, code: json.code }).toEqual({ status: 403, code: 'forbidden' });
  });

  it.each<[string, object]>([
    ['an unknown field', { ...params, extra: 1 }],
    ['a field of the wrong type', { ...params, userId: { $gt: '' } }],
    ['an id that is too long', { ...params, userId: 'x'.repeat(129) }],
    ['a megabyte', { ...params, userId: 'x'.repeat(1_000_000) }],
    ['nothing', {}],
    ['a list in place of an object', { 0: 'a', 1: 'b' }],
    ['a key named __proto__', JSON.parse(JSON.stringify(params).replace('{', '{"__proto__":{"x":1},'))],
    ['a key named constructor', { ...params, constructor: { prototype: { admin: true } } }],
  ])('answers 400 to %s', async (_name, body) => {
    const event = {
      request: { headers: { 'content-type': 'application/json', ...world().apiKey() }, cookies: {} },
    };
    const whole = Object.defineProperties(event, Object.getOwnPropertyDescriptors(body));
    const { status, json, text } = await world().call(handler, { event: whole });
    expect({ status, code: json.code }).toEqual({ status: 400, code: 'malformed_request' });
    expect(text.length).toBeLessThan(300);
  });

  it.each([[null], ['text'], [[]], [{}], [{ headers: {} }], [{ headers: [], cookies: {} }]])(
    'answers 400 to a body whose key request is %j',
    async (request) => {
      const { status, json } = await world().call(handler, { event: { request, ...params } });
      expect({ status, code: json.code }).toEqual({ status: 400, code: 'malformed_request' });
    },
  );

  it('answers 400 to parameters in the URL, where numbers would be written into logs', async () => {
    const request = { headers: world().apiKey(), cookies: {} };
    const { status, json } = await world().call(handler, { event: { request, ...params } });
    expect({ status, code: json.code }).toEqual({ status: 400, code: 'malformed_request' });
  });

  it.each([
    [undefined, 'ja', 'リクエストの形式が正しくありません。'],
    ['en-US,en;q=0.9', 'en', 'The request is malformed.'],
  ])('answers in the language of Accept-Language %s', async (language, code, message) => {
    const headers = {
      ...world().apiKey(),
      ...(language === undefined ? {} : { 'accept-language': language }),
    };
    const answer = await world().call(handler, { headers, params: { extra: 1 } });
    expect(answer.json.message).toBe(message);
    expect(answer.headers['Content-Language']).toBe(code);
  });

  it.each([
    [ORIGIN, ORIGIN],
    ['https://evil.example', undefined],
  ])(
    'lets the page of %s read the answer only when configured, also of an error',
    async (origin, allowed) => {
      const good = await world().call(handler, { headers: { ...world().apiKey(), origin }, params });
      const bad = await world().call(handler, { headers: { origin }, params });
      for (const { headers } of [good, bad]) {
        expect(headers['Access-Control-Allow-Origin']).toBe(allowed);
        expect(headers.Vary).toBe('Origin');
        expect(headers['Cache-Control']).toBe('no-store');
      }
      expect([good.status, bad.status]).toEqual([200, 401]);
    },
  );

  it('gives every request an id, the client\u2019s own where it has one, and logs it', async () => {
    const id = '0190a1b2-c3d4-4e5f-8a9b-0c1d2e3f4a5b';
    const mine = await world().call(handler, {
      headers: { ...world().apiKey(), 'X-Request-Id': id },
      params,
    });
    const other = await world().call(handler, { params });
    expect(mine.headers['X-Request-Id']).toBe(id);
    expect(other.headers['X-Request-Id']).toMatch(UUID);
    expect(world().events().at(-1)).toMatchObject({
      event: 'refused',
      requestId: other.headers['X-Request-Id'],
    });
  });

  it('answers 500 and no more when the configuration is wrong, and names every variable in the log', async () => {
    const settings = { AUTH_TOKEN: '', LOOKUP_KEY: 'too short' };
    const { status, json, text } = await world().call(handler, {
      headers: world().apiKey(),
      params,
      settings,
    });
    expect({ status, code: json.code as ErrorCode }).toEqual({ status: 500, code: 'misconfigured' });
    expect(text).not.toMatch(/AUTH_TOKEN|LOOKUP_KEY|too short/);
    expect(world().events()).toContainEqual(
      expect.objectContaining({
        event: 'misconfigured',
        variables: ['AUTH_TOKEN is missing', 'LOOKUP_KEY must be 32 bytes in base64url'],
      }),
    );
  });

  it('takes its configuration from the context of each call', async () => {
    const settings = { API_KEYS: '' };
    expect((await world().call(handler, { headers: world().apiKey(), params, settings })).status).toBe(401);
    expect((await world().call(handler, { headers: world().apiKey(), params })).status).toBe(200);
  });
});
