import type { Upstash } from '../../simulator/upstash';
import { describeCallsAndTexts } from './announcements/calls-and-texts';
import { describePool } from './announcements/pool';
import { describeSessions } from './announcements/sessions';

/** Which events the changes of the store write, whatever engine is below. */
export function announcementContract(engine: () => Upstash): void {
  describeSessions(engine);
  describeCallsAndTexts(engine);
  describePool(engine);
}
