import * as v from 'valibot';
import type { Config } from '../../../src/config';
import { type Check, failed, ok, type Verdict, warning } from '../check';

const ANSWER_MS = 5_000;
const NAMES = 'QSTASH_CURRENT_SIGNING_KEY and QSTASH_NEXT_SIGNING_KEY';

const signingKeys = v.object({ current: v.string(), next: v.string() });
type SigningKeys = v.InferOutput<typeof signingKeys>;

/** Whether QStash takes the token, and signs with the keys that are known here; nothing is asked where calls are not warned. */
export function qstashChecks(config: Config): Check[] {
  if (config.QSTASH_TOKEN === undefined) return [];
  return [{ name: 'QStash', run: async () => verdict(config, await keysAt(config)) }];
}

/** @see https://upstash.com/docs/qstash/api-reference/signing-keys/get-signing-keys */
async function keysAt({ QSTASH_URL, QSTASH_TOKEN }: Config): Promise<SigningKeys | number> {
  try {
    const headers = { Authorization: `Bearer ${QSTASH_TOKEN}` };
    const answer = await fetch(`${QSTASH_URL}/v2/keys`, { headers, signal: AbortSignal.timeout(ANSWER_MS) });
    return answer.ok ? v.parse(signingKeys, await answer.json()) : answer.status;
  } catch {
    return 0;
  }
}

function verdict(config: Config, keys: SigningKeys | number): Verdict {
  if (keys === 401 || keys === 403)
    return failed('the token is refused', 'Copy QSTASH_TOKEN anew from the Upstash console.');
  if (typeof keys === 'number') {
    const found = keys === 0 ? 'no answer' : `status ${keys}`;
    return failed(found, 'See that QSTASH_URL is the one in the Upstash console.');
  }
  const known = [config.QSTASH_CURRENT_SIGNING_KEY, config.QSTASH_NEXT_SIGNING_KEY];
  if (!known.includes(keys.current))
    return failed(
      'it signs with a key that is not known here',
      `Copy ${NAMES} anew from the Upstash console.`,
    );
  if (!known.includes(keys.next))
    return warning('the keys were rolled', `Copy ${NAMES} anew before they are rolled again.`);
  return ok('takes the token, and signs with the keys that are known here');
}
