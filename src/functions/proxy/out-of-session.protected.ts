import { log } from '../../http/log';
import { noticeAnswer, UNKNOWN_NOTICE } from '../../http/notices';
import { readOutOfSessionCall } from '../../http/out-of-session';
import { webhookFunction } from '../../http/webhook-function';
import { interactionStore } from '../../wiring';

/** A call or text that belongs to no live session gets a polite notice; nobody is ever put through from here. */
export const handler = webhookFunction({ budgetMs: 3_000, onFault: UNKNOWN_NOTICE }, async (call) => {
  const { params, config, deadline, requestId } = call;
  const lost = readOutOfSessionCall(params);
  const notice = lost === undefined ? 'unknown' : await interactionStore(config).outOfSession(lost, deadline);
  log({ event: 'out_of_session', requestId, reason: notice });
  return noticeAnswer(notice, lost?.kind ?? 'voice', config);
});
