import { createHash } from 'node:crypto';
import { jwtVerify } from 'jose';

/** Seconds by which the two clocks may differ. */
const SKEW_SECONDS = 5;

export interface SignedRequest {
  /** The header `Upstash-Signature`. */
  readonly signature: string;
  /** The address that was called, and what was sent there. */
  readonly url: string;
  readonly body: string;
}

/**
 * Whether QStash signed a request for this address and with this body, not long ago. Both keys are tried, so that they can be rolled.
 * @see https://upstash.com/docs/qstash/howto/signature
 */
export async function isFromQStash(request: SignedRequest, keys: readonly string[]): Promise<boolean> {
  const verdicts = await Promise.all(keys.map((key) => isSigned(request, key)));
  return verdicts.includes(true);
}

async function isSigned({ signature, url, body }: SignedRequest, key: string): Promise<boolean> {
  try {
    const { payload } = await jwtVerify(signature, new TextEncoder().encode(key), {
      algorithms: ['HS256'],
      issuer: 'Upstash',
      subject: url,
      requiredClaims: ['exp', 'nbf', 'body'],
      clockTolerance: SKEW_SECONDS,
    });
    return unpadded(String(payload.body)) === createHash('sha256').update(body).digest('base64url');
  } catch {
    return false;
  }
}

/** QStash pads base64url, which is usual nowhere else. */
function unpadded(hash: string): string {
  return hash.replace(/=+$/, '');
}
