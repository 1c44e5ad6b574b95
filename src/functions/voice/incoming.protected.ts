import { logOutcome, readIncoming } from '../../http/incoming';
import { noticeAnswer, UNKNOWN_NOTICE } from '../../http/notices';
import { quietNow } from '../../http/quiet';
import { callAnswer } from '../../http/voice/call-answers';
import { webhookFunction } from '../../http/webhook-function';
import { incomingCall } from '../../masking/incoming-call';
import { interactionStore } from '../../wiring';

/** A call to a number of the service: the partner's phone rings, or the caller hears why not. */
export const handler = webhookFunction({ budgetMs: 2_800, onFault: UNKNOWN_NOTICE }, async (call) => {
  const { params, config, deadline, requestId } = call;
  const incoming = readIncoming(params, 'voice');
  if (incoming === undefined) return noticeAnswer('unknown', 'voice', config);
  const router = interactionStore(config);
  const outcome = await incomingCall(incoming, { router, deadline, isQuiet: quietNow(config) });
  logOutcome(outcome, incoming, requestId);
  return callAnswer(outcome, call);
});
