import crypto, { createHash, randomBytes } from 'node:crypto';
import { authenticate } from '../../src/http/authenticate';
import type { Request } from '../../src/http/request';
import { configWith } from './environment';
import { claimsNow, seal } from './tickets';

const hashOf = (key: string) => createHash('sha256').update(key).digest('base64url');
const key = new Uint8Array(randomBytes(32));
const config = configWith({
  TICKET_KEYS: `t1:${Buffer.from(key).toString('base64url')}`,
  API_KEYS: `connect:${hashOf('backend-key')},screen|ops:${hashOf('second-key')}`,
});

function request(headers: Record<string, string>): Request {
  return { headers, params: {}, id: 'request-1' };
}

describe('an API key', () => {
  it.each([
    ['as Bearer', { authorization: 'Bearer backend-key' }],
    ['as bearer in lower case', { authorization: 'bearer  backend-key' }],
    ['as X-Api-Key', { 'x-api-key': 'backend-key' }],
    ['as X-Api-Key beside other authorization', { authorization: 'Basic abc', 'x-api-key': 'backend-key' }],
  ])('lets in %s, with its own scopes', async (_, headers) => {
    expect(await authenticate(request(headers), config)).toEqual({ kind: 'key', scopes: ['connect'] });
  });

  it('is found wherever it stands in the list', async () => {
    const caller = await authenticate(request({ 'x-api-key': 'second-key' }), config);
    expect(caller).toEqual({ kind: 'key', scopes: ['screen', 'ops'] });
  });

  it.each(['backend-key', 'second-key', 'unknown-key'])(
    'is compared with every entry, each in constant time: %s',
    async (text) => {
      const compare = jest.spyOn(crypto, 'timingSafeEqual');
      await authenticate(request({ 'x-api-key': text }), config);
      expect(compare).toHaveBeenCalledTimes(config.API_KEYS.length);
      compare.mockRestore();
    },
  );

  it('lets nobody in once it is no longer listed', async () => {
    expect(await authenticate(request({ 'x-api-key': 'backend-key' }), configWith())).toBeUndefined();
  });
});

describe('a call ticket', () => {
  it('lets its bearer in', async () => {
    const token = await seal(claimsNow(), { id: 't1', key });
    const caller = await authenticate(request({ authorization: `Bearer ${token}` }), config);
    expect(caller).toMatchObject({ kind: 'ticket', ticket: { sub: 'buyer-1', peer: { sub: 'seller-1' } } });
  });

  it('is held to the configured audience and age', async () => {
    const other = await seal(claimsNow({ aud: 'other' }), { id: 't1', key });
    expect(await authenticate(request({ authorization: `Bearer ${other}` }), config)).toBeUndefined();
    const old = await seal(claimsNow({ iat: Math.floor(Date.now() / 1000) - 3_700 }), { id: 't1', key });
    expect(await authenticate(request({ authorization: `Bearer ${old}` }), config)).toBeUndefined();
  });
});

describe('nobody is let in', () => {
  it.each<[string, Record<string, string>]>([
    ['without a credential', {}],
    ['with an empty one', { authorization: '' }],
    ['with a scheme only', { authorization: 'Bearer ' }],
    ['with the key alone in Authorization', { authorization: 'backend-key' }],
    ['with Basic', { authorization: 'Basic backend-key' }],
    ['with an unknown key', { 'x-api-key': 'backend-kez' }],
    ['with the hash of a key', { 'x-api-key': hashOf('backend-key') }],
    ['with two keys in one header', { authorization: 'Bearer backend-key second-key' }],
    ['with something that looks like a ticket', { authorization: 'Bearer a.b.c.d.e' }],
    [
      'with an unknown Bearer beside a good X-Api-Key',
      { authorization: 'Bearer x', 'x-api-key': 'backend-key' },
    ],
  ])('%s', async (_, headers) => {
    expect(await authenticate(request(headers), config)).toBeUndefined();
  });

  it('with a credential of more than 4,096 characters, even one that is listed', async () => {
    const [longest, longer] = ['x'.repeat(4_096), 'x'.repeat(4_097)];
    const both = configWith({ API_KEYS: `connect:${hashOf(longest)},connect:${hashOf(longer)}` });
    expect(await authenticate(request({ 'x-api-key': longest }), both)).toBeDefined();
    expect(await authenticate(request({ 'x-api-key': longer }), both)).toBeUndefined();
  });
});
