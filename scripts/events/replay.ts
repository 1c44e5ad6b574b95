import { deadlineIn } from '../../src/masking/deadline';
import type { RedisOutbox } from '../../src/store/redis-outbox';

const STEP = 100;
const STEP_MS = 5_000;

/** Has the events with these numbers delivered again, a hundred at a time; answers how many were not waiting anyway. */
export async function replayRange(
  outbox: Pick<RedisOutbox, 'replay'>,
  first: number,
  last: number,
): Promise<number> {
  let replayed = 0;
  for (let start = first; start <= last; start += STEP) {
    const length = Math.min(STEP, last - start + 1);
    const numbers = Array.from({ length }, (_, index) => start + index);
    replayed += await outbox.replay(numbers, deadlineIn(STEP_MS));
  }
  return replayed;
}
