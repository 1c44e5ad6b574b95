import { jwtDecrypt } from 'jose';
import * as v from 'valibot';
import type { NamedKey } from '../store/seal';
import { userIdSchema } from './fields';

/**
 * What a call ticket says: `sub` may reach `peer`, and nothing else. Both numbers are as the marketplace spells them.
 * @see https://www.rfc-editor.org/rfc/rfc7516
 */
const claims = v.object({
  sub: userIdSchema,
  phone_number: v.string(),
  peer: v.object({ sub: userIdSchema, phone_number: v.string() }),
});
export type CallTicket = v.InferOutput<typeof claims>;

export interface TicketPolicy {
  readonly keys: readonly NamedKey[];
  readonly audience: string;
  readonly maxAgeSeconds: number;
}

const SKEW_SECONDS = 30;

/** Compact form with `dir` (no encrypted key) and A256GCM: a nonce of 12 bytes and a tag of 16. */
const FORM = /^[\w-]+\.\.[\w-]{16}\.[\w-]+\.[\w-]{22}$/;
/** A ticket of the usual length that no key opens. */
const DECOY = `${Buffer.from('{"alg":"dir","enc":"A256GCM"}').toString('base64url')}..${'A'.repeat(16)}.${'A'.repeat(256)}.${'A'.repeat(22)}`;

/**
 * Opens a call ticket; undefined for every ticket that is not valid now, whatever the reason. One that is refused for its form or its
 * header alone costs one decryption as well, so that the time of a refusal says nothing of its reason.
 */
export async function openTicket(token: string, policy: TicketPolicy): Promise<CallTicket | undefined> {
  let isTried = false;
  const attempt = (text: string) =>
    decrypt(text, policy, (kid) => {
      isTried = true;
      return keyFor(kid, policy.keys);
    }).catch(() => undefined);
  const ticket = await attempt(FORM.test(token) ? token : DECOY);
  if (!isTried) await attempt(DECOY);
  return ticket;
}

async function decrypt(
  token: string,
  { audience, maxAgeSeconds }: TicketPolicy,
  findKey: (kid: string | undefined) => Uint8Array,
): Promise<CallTicket | undefined> {
  const { payload } = await jwtDecrypt(token, ({ kid }) => findKey(kid), {
    audience,
    clockTolerance: SKEW_SECONDS,
    maxTokenAge: maxAgeSeconds,
    requiredClaims: ['exp', 'iat', 'sub'],
    keyManagementAlgorithms: ['dir'],
    contentEncryptionAlgorithms: ['A256GCM'],
  });
  const ticket = v.safeParse(claims, payload);
  return ticket.success ? ticket.output : undefined;
}

/** An unknown id is tried with the newest key, so that it takes as long to be refused as a forged ticket. */
function keyFor(kid: string | undefined, keys: readonly NamedKey[]): Uint8Array {
  const named = keys.find(({ id }) => id === kid) ?? keys[0];
  if (named === undefined) throw new Error('no ticket key');
  return named.key;
}
