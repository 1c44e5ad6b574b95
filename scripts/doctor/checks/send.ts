import { failed, type Verdict } from '../check';

/** The longest that the platform lets a Function work, and a little more. */
const ANSWER_MS = 12_000;

/** Asks a deployed Function. @returns undefined where nothing answers */
export async function send(url: string, init: RequestInit = {}): Promise<Response | undefined> {
  try {
    return await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(ANSWER_MS) });
  } catch {
    return undefined;
  }
}

/** Of a deployment from which no answer comes. */
export function unreachable(functionsUrl: string): Verdict {
  return failed(
    'no answer',
    `Nothing answers at ${functionsUrl}. Run npm run deploy, or name the right --domain.`,
  );
}
