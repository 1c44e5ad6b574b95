import type { JoinedCall } from '../../masking/limit-warning';
import { sidOrNothing } from '../log';
import type { WebhookParams } from '../webhook-function';

/** The Function that is called a minute before the end of a call. */
export const WARNING_PATH = '/qstash/warning';

/** The call that a request names in these two parameters. */
export function readJoinedCall(
  params: WebhookParams,
  [caller, called]: readonly [caller: string, called: string],
): JoinedCall | undefined {
  const interactionId = sidOrNothing(params.get(caller));
  const legId = sidOrNothing(params.get(called));
  return interactionId === undefined || legId === undefined ? undefined : { interactionId, legId };
}
