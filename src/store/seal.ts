import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { RealNumber } from '../masking/numbers';
import { isE164 } from '../masking/numbers';

/** A 256-bit key and the id that is written beside everything it encrypts. */
export interface NamedKey {
  readonly id: string;
  readonly key: Uint8Array;
}

const IV_BYTES = 12;
const TAG_BYTES = 16;
const HASH_BYTES = 12;

/**
 * Encrypts a text with AES-256-GCM: `{key id}.{base64url of iv, tag and ciphertext}`. What it belongs to is authenticated with it, so that
 * a sealed text moved elsewhere does not open.
 */
export function sealText(text: string, owner: string, { id, key }: NamedKey): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(owner));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return `${id}.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')}`;
}

/** Opens a sealed text with whichever key sealed it; undefined when the key is gone or the text was tampered with. */
export function openText(sealed: string, owner: string, keys: readonly NamedKey[]): string | undefined {
  const [id, body] = sealed.split('.');
  const named = keys.find((candidate) => candidate.id === id);
  if (named === undefined || body === undefined) return undefined;
  const bytes = Buffer.from(body, 'base64url');
  try {
    const decipher = createDecipheriv('aes-256-gcm', named.key, bytes.subarray(0, IV_BYTES), {
      authTagLength: TAG_BYTES,
    })
      .setAAD(Buffer.from(owner))
      .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    const text = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
    return text.toString('utf8');
  } catch {
    return undefined;
  }
}

/** Seals a number for the phone whose lookup hash is given. */
export function sealNumber(number: RealNumber, hash: string, key: NamedKey): string {
  return sealText(number.slice(1), hash, key);
}

/** The number behind `sealNumber`; undefined when it does not open. */
export function openNumber(sealed: string, hash: string, keys: readonly NamedKey[]): RealNumber | undefined {
  const number = `+${openText(sealed, hash, keys) ?? ''}`;
  return isE164(number) ? (number as RealNumber) : undefined;
}

/** What a number is looked up by: 96 bits of HMAC-SHA-256 in base64url. */
export function numberHash(number: string, lookupKey: Uint8Array): string {
  return digest(`number:${number}`, lookupKey);
}

/** What a pair of users is looked up by, whichever of them asks. */
export function pairHash(one: string, other: string, lookupKey: Uint8Array): string {
  const [lower, higher] = one < other ? [one, other] : [other, one];
  return digest(`pair:${JSON.stringify([lower, higher])}`, lookupKey);
}

function digest(text: string, key: Uint8Array): string {
  return createHmac('sha256', key).update(text).digest().subarray(0, HASH_BYTES).toString('base64url');
}
