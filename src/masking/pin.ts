import { DependencyError } from './errors';
import type { ProxyNumber, RealNumber } from './numbers';
import type { Deadline } from './ports';
import type { Pin } from './session';

/** How often one call may enter a PIN. */
export const PIN_TRIES = 2;

/** What a caller out of session entered. */
export interface PinEntry {
  /** The switchboard's id of the call; with `attempt` it tells a repeated request from a new try. */
  readonly callSid: string;
  /** 1 for the first try of the call. */
  readonly attempt: number;
  /** Absent when the number is withheld. */
  readonly from?: RealNumber;
  /** The number of the service that was dialled. */
  readonly to: ProxyNumber;
  readonly pin: Pin;
}

/** Why a PIN joins nobody: for the log alone, callers hear no difference. */
export type PinRefusal = 'wrong_pin' | 'attempts_exhausted' | 'paused' | 'quota_exceeded';

export type PinDecision =
  | {
      readonly kind: 'joined';
      readonly partner: RealNumber;
      /** The number that the partner's phone shows for every call of this session. */
      readonly callerId: ProxyNumber;
    }
  | { readonly kind: 'refused'; readonly reason: PinRefusal };

/** Counts an attempt and judges it, in one atomic round trip that is safe to apply twice. */
export interface PinStore {
  /** Rejects with a `DependencyError` when the store cannot answer in time. */
  enterPin(entry: PinEntry, deadline: Deadline): Promise<PinDecision>;
}

export type PinOutcome =
  | Extract<PinDecision, { kind: 'joined' }>
  | {
      readonly kind: 'refused';
      readonly reason: PinRefusal | 'not_a_pin' | 'store_unavailable';
      /** Present where the call may try once more. */
      readonly nextAttempt?: number;
    };

/** Joins the caller whose PIN is right; an entry that is no PIN at all uses up a try of the call and nothing else. */
export async function joinByPin(
  entry: Omit<PinEntry, 'pin'> & { readonly pin?: Pin },
  { store, deadline }: { store: PinStore; deadline: Deadline },
): Promise<PinOutcome> {
  const { pin, attempt, ...call } = entry;
  const next = attempt < PIN_TRIES ? { nextAttempt: attempt + 1 } : {};
  if (pin === undefined) return { kind: 'refused', reason: 'not_a_pin', ...next };
  try {
    const decision = await store.enterPin({ ...call, attempt, pin }, deadline);
    return decision.kind === 'joined' ? decision : { ...decision, ...next };
  } catch (error) {
    if (!(error instanceof DependencyError)) throw error;
    return { kind: 'refused', reason: 'store_unavailable' };
  }
}
