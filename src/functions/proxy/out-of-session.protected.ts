import { readOutOfSession } from '../../http/incoming';
import { log } from '../../http/log';
import { noticeAnswer, UNKNOWN_NOTICE } from '../../http/notices';
import { askForPin } from '../../http/pin-answers';
import { twiml } from '../../http/twiml';
import { webhookFunction } from '../../http/webhook-function';
import { outOfSession } from '../../masking/out-of-session';
import { interactionStore } from '../../wiring';

/** A call or text that belongs to no live session gets a polite notice; a caller may then enter the PIN of a session. */
export const handler = webhookFunction({ budgetMs: 2_800, onFault: UNKNOWN_NOTICE }, async (call) => {
  const { params, config, deadline, requestId } = call;
  const lost = readOutOfSession(params);
  if (lost === undefined) return noticeAnswer('unknown', 'voice', config);
  const store = interactionStore(config);
  const { notice, asksForPin, reason } = await outOfSession(lost, { store, deadline });
  log({ event: 'out_of_session', requestId, reason });
  if (notice === undefined) return twiml([]);
  return asksForPin ? askForPin(notice, config) : noticeAnswer(notice, lost.kind, config);
});
