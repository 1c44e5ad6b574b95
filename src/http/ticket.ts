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

/** Opens a call ticket; undefined for every ticket that is not valid now, whatever the reason. */
export async function openTicket(token: string, policy: TicketPolicy): Promise<CallTicket | undefined> {
  try {
    const { payload } = await jwtDecrypt(token, ({ kid }) => keyFor(kid, policy.keys), {
      audience: policy.audience,
      clockTolerance: SKEW_SECONDS,
      maxTokenAge: policy.maxAgeSeconds,
      requiredClaims: ['exp', 'iat', 'sub'],
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
    });
    const ticket = v.safeParse(claims, payload);
    return ticket.success ? ticket.output : undefined;
  } catch {
    return undefined;
  }
}

/** An unknown id is tried with the newest key, so that it takes as long to be refused as a forged ticket. */
function keyFor(kid: string | undefined, keys: readonly NamedKey[]): Uint8Array {
  const named = keys.find(({ id }) => id === kid) ?? keys[0];
  if (named === undefined) throw new Error('no ticket key');
  return named.key;
}
