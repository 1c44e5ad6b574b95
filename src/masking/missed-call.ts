import type { CallLog, TextResult, TextSender } from './call-log';
import type { ProxyNumber, RealNumber } from './numbers';
import type { Deadline } from './ports';

/** A call that nobody took, and what to tell whom it was for. */
export interface MissedCall {
  /** The caller's side of the call. */
  readonly interactionId: string;
  readonly requestId: string;
  /** The number that rang, and the one that it showed. */
  readonly to: RealNumber;
  readonly from: ProxyNumber;
  readonly body: string;
}

/**
 * Tells whom a missed call was for, once, however often Twilio reports the call, and once in ten minutes, however often the same caller
 * rings. Nobody is told where one of the two has blocked the other.
 * @throws DependencyError when the store cannot answer.
 */
export async function tellOfMissedCall(
  { interactionId, requestId, ...text }: MissedCall,
  { log, sender, deadline }: { log: CallLog; sender: TextSender; deadline: Deadline },
): Promise<TextResult | 'withheld'> {
  const isFirst = await log.claim({ interactionId, requestId, deed: 'missed_call_notice' }, deadline);
  return isFirst ? sender.sendText(text, deadline) : 'withheld';
}
