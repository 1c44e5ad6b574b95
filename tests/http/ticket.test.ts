import { randomBytes } from 'node:crypto';
import { type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { openTicket, type TicketPolicy } from '../../src/http/ticket';
import { claimsNow, seal } from './tickets';

const newest = { id: 't2', key: new Uint8Array(randomBytes(32)) };
const older = { id: 't1', key: new Uint8Array(randomBytes(32)) };
const stranger = { id: 't2', key: new Uint8Array(randomBytes(32)) };
const policy: TicketPolicy = { keys: [newest, older], audience: 'tokumei', maxAgeSeconds: 3600 };
const now = () => Math.floor(Date.now() / 1000);

const content = {
  sub: 'buyer-1',
  phone_number: '090-1234-5678',
  peer: { sub: 'seller-1', phone_number: '080-8765-4321' },
};

async function opened(changes: JWTPayload) {
  return openTicket(await seal(claimsNow(changes), newest), policy);
}

/** The valid ticket without one claim. */
async function without(claim: string) {
  const { [claim]: _, ...claims } = claimsNow();
  return openTicket(await seal(claims, newest), policy);
}

describe('a valid ticket', () => {
  it('says who may reach whom', async () => {
    expect(await opened({})).toEqual(content);
  });

  it('may carry claims that nobody here reads', async () => {
    expect(await opened({ jti: 'x', name: 'somebody' })).toEqual(content);
  });

  it('may list several audiences, one of them this one', async () => {
    expect(await opened({ aud: ['other', 'tokumei'] })).toEqual(content);
  });

  it('may be sealed with any listed key, found by its id', async () => {
    expect(await openTicket(await seal(claimsNow(), older), policy)).toEqual(content);
  });

  it('may leave out the id of the newest key, and only of that one', async () => {
    const header = { kid: undefined };
    expect(await openTicket(await seal(claimsNow(), newest, header), policy)).toEqual(content);
    expect(await openTicket(await seal(claimsNow(), older, header), policy)).toBeUndefined();
  });

  it.each([-29, 29])('may come from a clock that is %d seconds off', async (seconds) => {
    const iat = now() + seconds;
    expect(await opened({ iat, exp: iat + 1 + Math.max(0, -seconds) })).toEqual(content);
  });

  it('has not expired within the tolerance', async () => {
    expect(await opened({ iat: now() - 100, exp: now() - 20 })).toEqual(content);
  });
});

describe('a ticket is not opened', () => {
  it.each<[string, () => JWTPayload]>([
    ['expired beyond the tolerance', () => ({ iat: now() - 100, exp: now() - 40 })],
    ['from the future', () => ({ iat: now() + 60 })],
    ['not valid yet', () => ({ nbf: now() + 60 })],
    ['older than tickets may be', () => ({ iat: now() - 3600 - 40, exp: now() + 600 })],
    ['for another audience', () => ({ aud: 'another-service' })],
    ['with an empty user id', () => ({ sub: '' })],
    ['with a space in the user id', () => ({ sub: 'a b' })],
    ['with a user id of 129 characters', () => ({ sub: 'x'.repeat(129) })],
    ['with a phone number that is no text', () => ({ phone_number: 9012345678 })],
    ['with a peer that is a text', () => ({ peer: 'seller-1' })],
    ['with a peer without an id', () => ({ peer: { phone_number: '08087654321' } })],
    ['with a peer without a number', () => ({ peer: { sub: 'seller-1' } })],
    ['with a peer id that is a number', () => ({ peer: { sub: 1, phone_number: '08087654321' } })],
  ])('%s', async (_, changes) => {
    expect(await opened(changes())).toBeUndefined();
  });

  it.each(['aud', 'sub', 'phone_number', 'peer', 'iat', 'exp'])('without the claim %s', async (claim) => {
    expect(await without(claim)).toBeUndefined();
  });

  it('when another key sealed it, whatever id it names', async () => {
    expect(await openTicket(await seal(claimsNow(), stranger), policy)).toBeUndefined();
    expect(await openTicket(await seal(claimsNow(), stranger, { kid: 'zz' }), policy)).toBeUndefined();
  });

  it('once its key is no longer listed', async () => {
    const token = await seal(claimsNow(), older);
    expect(await openTicket(token, { ...policy, keys: [newest] })).toBeUndefined();
  });

  it('when there is no key at all', async () => {
    expect(await openTicket(await seal(claimsNow(), newest), { ...policy, keys: [] })).toBeUndefined();
  });

  it('when any one of its parts was changed, cut or left out', async () => {
    const parts = (await seal(claimsNow(), newest)).split('.');
    const forged = parts.flatMap((part, index) => {
      const flipped = part === '' ? 'AAAA' : `${part.startsWith('A') ? 'B' : 'A'}${part.slice(1)}`;
      return [flipped, part.slice(0, -4)]
        .filter((text) => text !== part)
        .map((text) => parts.with(index, text));
    });
    expect(forged.length).toBeGreaterThan(7);
    for (const token of forged) expect(await openTicket(token.join('.'), policy)).toBeUndefined();
    expect(await openTicket(parts.slice(0, 4).join('.'), policy)).toBeUndefined();
  });

  it.each(['A128CBC-HS256', 'A256CBC-HS512', 'A128GCM', 'A192GCM'])(
    'with the content encryption %s',
    async (enc) => {
      const lengths: Record<string, number> = { 'A256CBC-HS512': 64, A128GCM: 16, A192GCM: 24 };
      const key = new Uint8Array(randomBytes(lengths[enc] ?? 32));
      const token = await seal(claimsNow(), { id: 't2', key }, { enc });
      expect(await openTicket(token, { ...policy, keys: [{ id: 't2', key }] })).toBeUndefined();
    },
  );

  it.each(['A256KW', 'A256GCMKW', 'PBES2-HS256+A128KW'])('with the key management %s', async (alg) => {
    const token = await seal(claimsNow(), newest, { alg });
    expect(await openTicket(token, policy)).toBeUndefined();
  });

  it('when it is only signed, or not even that', async () => {
    const signed = await new SignJWT(claimsNow())
      .setProtectedHeader({ alg: 'HS256', kid: 't2' })
      .sign(newest.key);
    expect(await openTicket(signed, policy)).toBeUndefined();
    expect(await openTicket(new UnsecuredJWT(claimsNow()).encode(), policy)).toBeUndefined();
  });

  it.each(['', '.', '....', 'a.b.c.d.e', 'not a ticket'])('when it is %j', async (token) => {
    expect(await openTicket(token, policy)).toBeUndefined();
  });
});

describe('every refusal', () => {
  const shapes: [string, () => Promise<string>][] = [
    ['of a text that is no ticket', async () => 'not a ticket'],
    ['of a ticket that is cut', async () => (await seal(claimsNow(), newest)).slice(0, -8)],
    ['of a wrong tag', async () => (await seal(claimsNow(), newest)).replace(/.{22}$/, 'A'.repeat(22))],
    ['of a header that is no JSON', async () => (await seal(claimsNow(), newest)).replace(/^[^.]+/, 'AAAA')],
    [
      'of another encryption',
      () => seal(claimsNow(), { id: 't2', key: newest.key.slice(0, 16) }, { enc: 'A128GCM' }),
    ],
    ['of a key that was wrapped', () => seal(claimsNow(), newest, { alg: 'A256KW' })],
    ['of no encryption at all', async () => new UnsecuredJWT(claimsNow()).encode()],
    ['of another key', () => seal(claimsNow(), stranger)],
    ['of an unknown key', () => seal(claimsNow(), stranger, { kid: 'zz' })],
    ['of another audience', () => seal(claimsNow({ aud: 'another-service' }), newest)],
    ['of an old ticket', () => seal(claimsNow({ iat: now() - 100, exp: now() - 40 }), newest)],
    ['of a ticket from the future', () => seal(claimsNow({ iat: now() + 60 }), newest)],
  ];

  it.each(shapes)('%s costs one decryption', async (_, make) => {
    const token = await make();
    const decrypt = jest.spyOn(globalThis.crypto.subtle, 'decrypt');
    expect(await openTicket(token, policy)).toBeUndefined();
    expect(decrypt).toHaveBeenCalledTimes(1);
    decrypt.mockRestore();
  });
});
