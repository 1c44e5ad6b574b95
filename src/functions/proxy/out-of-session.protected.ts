import { log } from '../../http/log';
import { noticeAnswer, UNKNOWN_NOTICE } from '../../http/notices';
import { readOutOfSessionCall } from '../../http/out-of-session';
import { askForPin } from '../../http/pin-answers';
import { webhookFunction } from '../../http/webhook-function';
import { outOfSession } from '../../masking/out-of-session';
import { interactionStore } from '../../wiring';

/** A call or text that belongs to no live session gets a polite notice; a caller may then enter the PIN of a session. */
export const handler = webhookFunction({ budgetMs: 3_000, onFault: UNKNOWN_NOTICE }, async (call) => {
  const { params, config, deadline, requestId } = call;
  const lost = readOutOfSessionCall(params);
  if (lost === undefined) return noticeAnswer('unknown', 'voice', config);
  const {
    notice,
    asksForPin,
    reason = notice,
  } = await outOfSession(lost, {
    store: interactionStore(config),
    deadline,
  });
  log({ event: 'out_of_session', requestId, reason });
  return asksForPin ? askForPin(notice, config) : noticeAnswer(notice, lost.kind, config);
});
