import * as v from 'valibot';
import type { NamedKey } from '../store/seal';
import { list, required } from './values';

export type ApiScope = 'connect' | 'screen' | 'ops';

export interface ApiKeyEntry {
  readonly scopes: readonly ApiScope[];
  /** SHA-256 of the key. */
  readonly hash: Uint8Array;
}

const KEY_BYTES = 32;

function bytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64url'));
}

/** 32 bytes in base64url. */
export const key = v.pipe(
  required,
  v.transform(bytes),
  v.check((value) => value.length === KEY_BYTES, `must be ${KEY_BYTES} bytes in base64url`),
);

const KEY_ID = /^[A-Za-z0-9_-]{1,16}:[A-Za-z0-9_-]{43}=?$/;
const namedKey: v.GenericSchema<string, NamedKey> = v.pipe(
  v.string(),
  v.regex(KEY_ID, 'must be id:key, the key being 32 bytes in base64url'),
  v.transform((text) => {
    const [id = '', body = ''] = text.split(':');
    return { id, key: bytes(body) };
  }),
);
/** Keys with their ids, such as `k1:...`; the first one is the newest. */
export const namedKeys = v.pipe(list(namedKey), v.minLength(1, 'is missing'));

const API_KEY = /^(connect|screen|ops)(\|(connect|screen|ops))*:[A-Za-z0-9_-]{43}=?$/;
/** An API key as it is noted: its scopes and its SHA-256. */
export const apiKey: v.GenericSchema<string, ApiKeyEntry> = v.pipe(
  v.string(),
  v.regex(API_KEY, 'must be scopes:hash, such as connect|ops:... with the SHA-256 of the key in base64url'),
  v.transform((text) => {
    const [scopes = '', hash = ''] = text.split(':');
    return { scopes: scopes.split('|') as ApiScope[], hash: bytes(hash) };
  }),
);

/** @see https://www.standardwebhooks.com */
const SECRET_PREFIX = 'whsec_';
/** A secret that signs events. */
export const webhookSecret = v.pipe(
  v.string(),
  v.check(
    (text) => isWebhookSecret(text),
    'must list secrets such as whsec_..., of 24 to 64 bytes in base64',
  ),
);

function isWebhookSecret(text: string): boolean {
  const body = text.slice(SECRET_PREFIX.length);
  const decoded = Buffer.from(body, 'base64');
  const isBase64 = decoded.toString('base64') === body;
  return text.startsWith(SECRET_PREFIX) && isBase64 && decoded.length >= 24 && decoded.length <= 64;
}

/** A token or key of somebody else's making. */
export const foreignSecret = v.pipe(
  v.string(),
  v.regex(/^[!-~]{1,200}$/, 'must be 1 to 200 letters, digits and signs, without spaces'),
);
