import { readRequest } from '../../src/http/request';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const json = { 'content-type': 'application/json' };

function event(params: object = {}, headers: Record<string, unknown> = json) {
  return { request: { headers, cookies: {} }, ...params };
}

describe('a request as the runtime hands it over', () => {
  it('is read into headers with lower-case names and parameters without the envelope', () => {
    const { ok, request } = readRequest(
      event({ userId: 'u1' }, { 'Content-Type': 'x', Origin: 'https://a' }),
    );
    expect(ok).toBe(true);
    expect(request.headers).toEqual({ 'content-type': 'x', origin: 'https://a' });
    expect(request.params).toEqual({ userId: 'u1' });
  });

  it('may have no parameters and no Content-Type', () => {
    expect(readRequest(event({}, {})).ok).toBe(true);
  });

  it('is malformed when parameters came without a Content-Type, as those of a URL do', () => {
    expect(readRequest(event({ from: '09012345678' }, {})).ok).toBe(false);
  });

  it('loses a header that came several times, and nothing else', () => {
    const { ok, request } = readRequest(
      event({}, { ...json, cookie: ['a', 'b'], 'x-api-key': ['k1', 'k2'] }),
    );
    expect(ok).toBe(true);
    expect(request.headers).toEqual(json);
  });
});

describe('a body that has a key named request', () => {
  it.each<[string, unknown]>([
    ['a text', 'x'],
    ['an empty text', ''],
    ['a number', 1],
    ['nothing', null],
    ['true', true],
    ['a list', []],
    ['an empty object', {}],
    ['headers only', { headers: json }],
    ['cookies only', { cookies: {} }],
    ['headers that are a text', { headers: 'authorization', cookies: {} }],
    ['headers that are a list', { headers: ['authorization'], cookies: {} }],
    ['a header that is an object', { headers: { authorization: {} }, cookies: {} }],
    ['a header that is a number', { headers: { authorization: 1 }, cookies: {} }],
    ['cookies that are a list', { headers: json, cookies: [] }],
  ])('is malformed when it is %s', (_, request) => {
    const result = readRequest({ request, userId: 'u1' });
    expect(result.ok).toBe(false);
    expect(result.request.id).toMatch(UUID);
  });

  it('says no more than headers could have said when it looks like the envelope', () => {
    const forged = { headers: { ...json, authorization: 'Bearer x' }, cookies: {} };
    expect(readRequest({ request: forged }).request.headers.authorization).toBe('Bearer x');
  });

  it('is malformed when there is no envelope at all', () => {
    expect(readRequest({}).ok).toBe(false);
  });
});

describe('names that reach for the prototype', () => {
  it.each(['__proto__', 'constructor', 'prototype'])('are malformed: %s', (name) => {
    const body = JSON.parse(`{"${name}": {"admin": true}, "userId": "u1"}`);
    const whole = Object.defineProperties(event(), Object.getOwnPropertyDescriptors(body));
    expect(readRequest(whole).ok).toBe(false);
    expect(Object.getPrototypeOf(readRequest(whole).request.params)).toBe(Object.prototype);
    expect({}).not.toHaveProperty('admin');
  });
});

describe('the request id', () => {
  const mine = '0190a1b2-c3d4-4e5f-8a9b-0c1d2e3f4a5b';

  it('is the client\u2019s own where that is a UUID', () => {
    expect(readRequest(event({}, { 'X-Request-Id': mine })).request.id).toBe(mine);
  });

  it.each(['', 'x', `${mine}\n`, `${mine} +819012345678`, '{"a":1}'])(
    'is a new one instead of %j',
    (given) => {
      const { id } = readRequest(event({}, { 'x-request-id': given })).request;
      expect(id).toMatch(UUID);
      expect(id).not.toBe(mine);
    },
  );
});
