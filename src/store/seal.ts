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
const NUMBER_BYTES = 7;

/** Of the caller and the callee of a session, in this order. */
export type Two<T> = readonly [T, T];

/**
 * Encrypts a text with AES-256-GCM: `{key id}.{base64url of iv, tag and ciphertext}`. What it belongs to is authenticated with it, so that
 * a sealed text moved elsewhere does not open.
 */
export function sealText(text: string, owner: string, key: NamedKey): string {
  return seal(Buffer.from(text), owner, key);
}

function seal(content: Uint8Array, owner: string, { id, key }: NamedKey): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(owner));
  const body = Buffer.concat([cipher.update(content), cipher.final()]);
  return `${id}.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')}`;
}

/** Opens a sealed text with whichever key sealed it; undefined when the key is gone or the text was tampered with. */
export function openText(sealed: string, owner: string, keys: readonly NamedKey[]): string | undefined {
  return open(sealed, owner, keys)?.toString('utf8');
}

function open(sealed: string, owner: string, keys: readonly NamedKey[]): Buffer | undefined {
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
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
  } catch {
    return undefined;
  }
}

/** Seals the numbers of two phones together, for the lookup hashes of these phones: shorter than each by itself. */
export function sealNumbers(numbers: Two<RealNumber>, hashes: Two<string>, key: NamedKey): string {
  return seal(Buffer.concat(numbers.map(packed)), hashes.join(' '), key);
}

/** The numbers behind `sealNumbers`; undefined when they do not open. */
export function openNumbers(
  sealed: string,
  hashes: Two<string>,
  keys: readonly NamedKey[],
): Two<RealNumber> | undefined {
  const bytes = open(sealed, hashes.join(' '), keys);
  if (bytes?.length !== 2 * NUMBER_BYTES) return undefined;
  const numbers = [unpacked(bytes, 0), unpacked(bytes, NUMBER_BYTES)] as const;
  return numbers.every(isE164) ? (numbers as Two<RealNumber>) : undefined;
}

/** A number has at most 15 digits, and the first one is never 0. */
function packed(number: RealNumber): Uint8Array {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(number.slice(1)));
  return bytes.subarray(8 - NUMBER_BYTES);
}

function unpacked(bytes: Buffer, start: number): string {
  return `+${BigInt(`0x${bytes.toString('hex', start, start + NUMBER_BYTES)}`)}`;
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
