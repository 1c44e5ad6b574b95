import { sentenceOn } from '../command';

/** `warning`: it works, but somebody should look. `skipped`: it could not be checked, since another check failed. */
export type State = 'ok' | 'warning' | 'failed' | 'skipped';

/** What a check found. */
export interface Verdict {
  readonly state: State;
  /** For people, in a few words; no secret. */
  readonly found: string;
  /** What to do; always there unless all is well. */
  readonly advice?: string;
}

/** One question about the service. */
export interface Check {
  readonly name: string;
  run(): Promise<Verdict>;
}

/** A check that was made. */
export interface Finding extends Verdict {
  readonly name: string;
}

export function ok(found: string): Verdict {
  return { state: 'ok', found };
}

export function warning(found: string, advice: string): Verdict {
  return { state: 'warning', found, advice };
}

export function failed(found: string, advice: string): Verdict {
  return { state: 'failed', found, advice };
}

/** Makes a check; what it throws for people is its verdict. */
export async function examine({ name, run }: Check): Promise<Finding> {
  try {
    return { name, ...(await run()) };
  } catch (error) {
    const sentence = sentenceOn(error);
    if (sentence === undefined) throw error;
    return { name, ...failed('see below', sentence) };
  }
}

/** In the place of checks that cannot be made: each says why. */
export function skipped(checks: readonly Check[], found: string): Check[] {
  return checks.map(({ name }) => ({ name, run: async () => ({ state: 'skipped', found }) }));
}
