import type { Deadline } from './ports';

/** A call of two, as the switchboard names it. */
export interface JoinedCall {
  /** The caller's side of the call. */
  readonly interactionId: string;
  /** The call to the partner's phone. */
  readonly legId: string;
}

/** Comes back to a call later, without a server of ours that would wait. */
export interface WarningSchedule {
  /** Has the service be asked for the warning in `afterSeconds`; false where that is not certain. Safe to repeat. */
  schedule(call: JoinedCall, afterSeconds: number, deadline: Deadline): Promise<boolean>;
}

export interface WarningClaim extends JoinedCall {
  /** The request that would warn: asked again after a lost answer, it hears the same. */
  readonly requestId: string;
  /** How long after the answer it is too late for a warning, in milliseconds. */
  readonly latestMs: number;
}

/** Which calls were warned. Rejects with a `DependencyError` when the store cannot answer in time. */
export interface WarningLog {
  /** When the call was answered, for the first request that asks in time and while the call goes on; undefined otherwise. */
  claimWarning(claim: WarningClaim, deadline: Deadline): Promise<number | undefined>;
}

/** Running calls; no method rejects for a fault of the network or of the switchboard. */
export interface LegControl {
  /** Sends a call that is under way to other instructions; false where that is not certain. */
  redirect(legId: string, instructions: string, deadline: Deadline): Promise<boolean>;
  /** Ends a call; one that is over already stays so. */
  hangUp(legId: string, deadline: Deadline): Promise<void>;
}

export type WarningOutcome = 'warned' | 'nothing_to_warn' | 'switchboard_unavailable';

/**
 * Warns a call once: takes the called phone to where it hears of the end, and its caller, whose instructions are asked for then, follows.
 * A warning that fails is not tried again, since nobody knows how far it came; the call then ends as any other.
 * @param instructions of the called phone, for a call that was answered then
 * @throws DependencyError when the store cannot answer.
 */
export async function warnOfEnd(
  claim: WarningClaim,
  instructions: (answeredAtMs: number) => string,
  { log, control, deadline }: { log: WarningLog; control: LegControl; deadline: Deadline },
): Promise<WarningOutcome> {
  const answeredAtMs = await log.claimWarning(claim, deadline);
  if (answeredAtMs === undefined) return 'nothing_to_warn';
  const isTaken = await control.redirect(claim.legId, instructions(answeredAtMs), deadline);
  return isTaken ? 'warned' : 'switchboard_unavailable';
}

/** The one form of a call in a scheduled request, so that whoever gets it can tell what was signed. */
export function joinedCallText({ interactionId, legId }: JoinedCall): string {
  return JSON.stringify({ interactionId, legId });
}
