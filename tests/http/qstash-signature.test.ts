import { createHash } from 'node:crypto';
import { SignJWT } from 'jose';
import { signature } from '../../simulator/qstash/signature';
import { isFromQStash } from '../../src/http/qstash-signature';

const url = 'https://calls.example/qstash/warning';
const body = '{"interactionId":"CA1","legId":"CA2"}';
const keys = ['sig_current', 'sig_next'];
const now = () => Math.floor(Date.now() / 1000);
const bodyHash = createHash('sha256').update(body).digest('base64url');

/** A token of QStash's form, with these claims in the place of its own. */
function forged(claims: object = {}, header: { alg: string } = { alg: 'HS256' }): Promise<string> {
  const usual = { iss: 'Upstash', sub: url, exp: now() + 60, nbf: now(), body: bodyHash };
  return new SignJWT({ ...usual, ...claims })
    .setProtectedHeader(header)
    .sign(new TextEncoder().encode('sig_current'));
}
const check = (token: string, changes: object = {}) =>
  isFromQStash({ signature: token, url, body, ...changes }, keys);

describe('a signature of QStash', () => {
  it.each(keys)('is known by either key: %s', async (key) => {
    expect(await check(await signature({ url, body, id: '1' }, key))).toBe(true);
    expect(await check(await forged())).toBe(true);
  });

  it('counts for one address and one body only', async () => {
    const token = await signature({ url, body, id: '1' }, 'sig_current');
    expect(await check(token, { url: 'https://calls.example/other' })).toBe(false);
    expect(await check(token, { body: `${body} ` })).toBe(false);
  });

  it.each([
    ['another issuer', { iss: 'Somebody' }],
    ['no end', { exp: undefined }],
    ['an end that is past', { exp: now() - 60 }],
    ['a beginning that is to come', { nbf: now() + 60 }],
    ['no beginning', { nbf: undefined }],
    ['no body', { body: undefined }],
  ])('with %s is none', async (_, claims) => {
    expect(await check(await forged(claims))).toBe(false);
  });

  it('by another key or of another kind is none', async () => {
    expect(await check(await signature({ url, body, id: '1' }, 'sig_other'))).toBe(false);
    expect(await check(await forged({}, { alg: 'HS512' }))).toBe(false);
    const unsigned = Buffer.from('{"alg":"none"}').toString('base64url');
    expect(await check(`${unsigned}.${(await forged()).split('.')[1]}.`)).toBe(false);
    expect(await check('')).toBe(false);
  });

  it('is none where no key is known', async () => {
    expect(await isFromQStash({ signature: await forged(), url, body }, [])).toBe(false);
  });
});
