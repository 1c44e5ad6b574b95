import type { Config } from '../../src/config';
import { callLog } from '../../src/wiring';
import { paceOf } from '../pace';
import { askTwilio, TwilioFailure } from '../twilio-call';
import { clientFor } from '../twilio-client';
import type { DeletionTools } from './delete';

/** Leaves live traffic its share. */
const PER_SECOND = 10;
const GONE = 20404;

/** What recordings are deleted with, from one configuration. */
export function recordingTools(config: Config, progress: (text: string) => void): DeletionTools {
  return { log: callLog(config), remove: (sid) => remove(config, sid), pace: paceOf(PER_SECOND), progress };
}

async function remove(config: Config, recordingSid: string): Promise<boolean> {
  const client = await clientFor(config);
  try {
    return await askTwilio(() => client.recordings(recordingSid).remove());
  } catch (error) {
    if (error instanceof TwilioFailure) return error.code === GONE;
    throw error;
  }
}
