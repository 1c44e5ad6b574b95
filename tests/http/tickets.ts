import { EncryptJWT, type JWTPayload } from 'jose';
import type { NamedKey } from '../../src/store/seal';

/** What a valid ticket says; instants are seconds since the epoch. */
export function claimsNow(changes: JWTPayload = {}): JWTPayload {
  const now = Math.floor(Date.now() / 1000);
  return {
    aud: 'tokumei',
    sub: 'buyer-1',
    phone_number: '090-1234-5678',
    peer: { sub: 'seller-1', phone_number: '080-8765-4321' },
    iat: now,
    exp: now + 600,
    ...changes,
  };
}

/** Seals claims as a marketplace's backend does, or with another header than it should have. */
export function seal(claims: JWTPayload, { id, key }: NamedKey, header: object = {}): Promise<string> {
  return new EncryptJWT(claims)
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: id, ...header })
    .encrypt(key);
}
