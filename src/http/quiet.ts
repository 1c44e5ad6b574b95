import type { Config } from '../config';
import { isQuiet } from '../safety/quiet-hours';

/** Whether no phone may ring now. */
export function quietNow({ QUIET_HOURS, TIME_ZONE }: Pick<Config, 'QUIET_HOURS' | 'TIME_ZONE'>): boolean {
  return QUIET_HOURS !== undefined && isQuiet(QUIET_HOURS, TIME_ZONE, Date.now());
}
