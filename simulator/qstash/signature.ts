import { createHash } from 'node:crypto';
import { SignJWT } from 'jose';

/** Seconds for which a signature holds. */
const LIFETIME_SECONDS = 300;

/**
 * What QStash sends as `Upstash-Signature`. It holds in real time, however fast the simulator's clock runs: that is the time of those who check.
 * @see https://upstash.com/docs/qstash/features/security
 */
export function signature(message: { url: string; body: string; id: string }, key: string): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ body: hashOf(message.body) })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer('Upstash')
    .setSubject(message.url)
    .setIssuedAt(now)
    .setNotBefore(now)
    .setExpirationTime(now + LIFETIME_SECONDS)
    .setJti(`jwt_${message.id}`)
    .sign(new TextEncoder().encode(key));
}

/** SHA-256 in base64url, which QStash pads. */
function hashOf(body: string): string {
  const hash = createHash('sha256').update(body).digest('base64url');
  return hash.padEnd(Math.ceil(hash.length / 4) * 4, '=');
}
