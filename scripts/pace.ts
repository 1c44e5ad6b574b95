import { setTimeout as wait } from 'node:timers/promises';

/** Resolves when it is this caller's turn, so that there are never more than `perSecond` turns in a second. */
export type Pace = () => Promise<void>;

/** Makes evenly spaced turns: no burst, so that live traffic beside it keeps its share. */
export function paceOf(perSecond: number): Pace {
  let nextMs = 0;
  return async () => {
    const now = performance.now();
    const turnMs = Math.max(now, nextMs);
    nextMs = turnMs + 1_000 / perSecond;
    await wait(turnMs - now);
  };
}
