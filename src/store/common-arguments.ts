import { randomBytes } from 'node:crypto';
import type { Clock } from '../masking/ports';
import type { StoreSettings } from './settings';

const EVENT_ID_BYTES = 9;

/** What the Lua library asks of every script. `events` begins the ids of events; without it none is written. */
export function commonArguments(
  { prefix, coolOffSeconds, announcesEvents }: StoreSettings,
  clock: Clock,
): { prefix: string; nowMs: number; coolOffMs: number; events?: string } {
  const events = announcesEvents ? { events: randomBytes(EVENT_ID_BYTES).toString('base64url') } : {};
  return { prefix, nowMs: clock(), coolOffMs: coolOffSeconds * 1000, ...events };
}
