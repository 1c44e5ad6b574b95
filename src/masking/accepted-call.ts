import type { CallControl, CallLog, Claim } from './call-log';
import { DependencyError } from './errors';
import type { Deadline } from './ports';

/** Why an accepted call is not recorded: for the log of the service alone. */
export type RecordingRefusal = 'recorded_already' | 'store_unavailable' | 'switchboard_unavailable';

/**
 * Begins to record a call that the called person has just accepted, after both sides were told. The two are connected either way: a call that
 * cannot be recorded is still a call. Without the store nobody knows whether it is recorded already, so it is not.
 */
export async function recordAccepted(
  { callbackUrl, ...call }: Pick<Claim, 'interactionId' | 'requestId'> & { callbackUrl: string },
  { log, control, deadline }: { log: CallLog; control: CallControl; deadline: Deadline },
): Promise<RecordingRefusal | undefined> {
  try {
    if (!(await log.claim({ ...call, deed: 'recording' }, deadline))) return 'recorded_already';
  } catch (error) {
    if (!(error instanceof DependencyError)) throw error;
    return 'store_unavailable';
  }
  const hasBegun = await control.startRecording(call.interactionId, callbackUrl, deadline);
  return hasBegun ? undefined : 'switchboard_unavailable';
}
