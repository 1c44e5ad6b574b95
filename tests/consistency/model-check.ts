import type { Line, Model } from './model-state';

/** The phones of all users. */
export interface Phones {
  /** Whether the pool has numbers for everything that anybody may ask for. */
  readonly isAmple: boolean;
  /** Whom a phone reaches that dials now, and what that phone would show; undefined when it rings nobody. */
  reach(user: number, tel: string): Promise<{ partner: number; shown: string } | undefined>;
  /** Whom a phone reaches that calls back what it saw. */
  callBack(user: number, shown: string): Promise<number | undefined>;
}

/** Dials every number that anybody was ever told to dial. @throws Error saying who reached whom. */
export async function checkEveryNumber(model: Model, real: Phones): Promise<void> {
  for (const { user, tel, partner, order } of model.promises) {
    const reached = await real.reach(user, tel);
    const line = model.line(user, partner);
    if (reached === undefined) {
      if (mustRing(line, user, tel)) fail(user, tel, partner, line, 'rings nobody');
      continue;
    }
    const isAskedFor = !real.isAmple && model.askedSince(order, user, reached.partner);
    if (reached.partner !== partner && !isAskedFor)
      fail(user, tel, partner, line, `rings ${reached.partner}`);
    if (model.line(user, reached.partner).kind === 'silent') fail(user, tel, partner, line, 'still rings');
    if ((await real.callBack(reached.partner, reached.shown)) !== user)
      fail(user, tel, partner, line, 'cannot be called back');
  }
}

function mustRing(line: Line, user: number, tel: string): boolean {
  return line.kind === 'live' && line.tels.get(user) === tel;
}

function fail(user: number, tel: string, partner: number, line: Line, what: string): never {
  throw new Error(`${user} dials ${tel}, given for ${partner} (${line.kind}): ${what}`);
}
