import type { Config } from '../../../src/config';
import { deadlineIn } from '../../../src/masking/deadline';
import type { OutboxStatus } from '../../../src/store/redis-outbox';
import { outbox } from '../../../src/wiring';
import { type Check, ok, type Verdict, warning } from '../check';

const STATUS_MS = 3_000;
/** With a scheduler that delivers every minute nothing waits for so long while the receiver works. */
const LONGEST_WAIT_MS = 10 * 60_000;

/** Whether events get out to the marketplace; nothing is asked where it wants none. */
export function eventChecks(config: Config): Check[] {
  if (config.EVENTS_URL === undefined) return [];
  const status = () => outbox(config).status(deadlineIn(STATUS_MS));
  return [{ name: 'events', run: async () => eventVerdict(await status(), Date.now()) }];
}

export function eventVerdict(
  { waiting, delivered, lost, oldestWaitingAtMs }: OutboxStatus,
  nowMs: number,
): Verdict {
  const found = `${delivered} delivered, ${waiting} waiting, ${lost} lost`;
  if (oldestWaitingAtMs !== undefined && nowMs - oldestWaitingAtMs > LONGEST_WAIT_MS) {
    const minutes = Math.floor((nowMs - oldestWaitingAtMs) / 60_000);
    return warning(
      `${found}; the oldest waits for ${minutes} minutes`,
      'See that EVENTS_URL answers 2xx, and that a scheduler posts {"action":"deliver"} to /ops/events every minute.',
    );
  }
  if (lost > 0)
    return warning(found, 'Events went undelivered. Compare your records with /ops/sessions and /ops/calls.');
  return ok(found);
}
