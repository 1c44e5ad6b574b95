import { deadlineIn } from '../../src/masking/deadline';
import type { KnownRecording, RedisCallLog } from '../../src/store/redis-call-log';
import type { Pace } from '../pace';

const PAGE = 500;
const ROUND_TRIP_MS = 5_000;

/** Which recordings to delete. */
export interface Choice {
  /** Made before this instant, in milliseconds since the epoch. */
  readonly beforeMs: number;
  /** Only those of this user's calls. */
  readonly userId?: string | undefined;
}

export interface DeletionTools {
  readonly log: Pick<RedisCallLog, 'recordingsBefore' | 'forgetRecording'>;
  /** Deletes a recording at Twilio; one that is gone already counts as deleted. False where that failed. */
  readonly remove: (recordingSid: string) => Promise<boolean>;
  readonly pace: Pace;
  readonly progress: (text: string) => void;
}

export interface Deletion {
  /** How many were chosen. */
  readonly found: number;
  readonly deleted: number;
  /** How many stay on record, because Twilio did not delete them: the next run tries again. */
  readonly failed: number;
}

/** Deletes the chosen recordings at Twilio and then on record, so that none is forgotten before it is gone; with `dryRun` only counts them. */
export async function deleteRecordings(
  choice: Choice,
  tools: DeletionTools,
  { dryRun }: { dryRun: boolean },
): Promise<Deletion> {
  const chosen = await choose(choice, tools);
  if (dryRun) return { found: chosen.length, deleted: 0, failed: 0 };
  let deleted = 0;
  for (const [index, recording] of chosen.entries()) {
    tools.progress(`recording ${index + 1} of ${chosen.length}`);
    await tools.pace();
    if (!(await tools.remove(recording.recordingSid))) continue;
    await tools.log.forgetRecording(recording, deadlineIn(ROUND_TRIP_MS));
    deleted += 1;
  }
  return { found: chosen.length, deleted, failed: chosen.length - deleted };
}

async function choose({ beforeMs, userId }: Choice, { log }: DeletionTools): Promise<KnownRecording[]> {
  const chosen: KnownRecording[] = [];
  for (let offset = 0; ; offset += PAGE) {
    const page = await log.recordingsBefore(beforeMs, { offset, limit: PAGE }, deadlineIn(ROUND_TRIP_MS));
    chosen.push(...page.filter(({ userIds }) => userId === undefined || userIds.includes(userId)));
    if (page.length < PAGE) return chosen;
  }
}
