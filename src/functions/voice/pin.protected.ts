import { UNKNOWN_NOTICE } from '../../http/notices';
import { answerPin } from '../../http/pin-call';
import { join } from '../../http/voice/join';
import { webhookFunction } from '../../http/webhook-function';
import { interactionStore } from '../../wiring';

/** What a caller who was asked for a PIN enters; the right one joins the call like any other. */
export const handler = webhookFunction({ budgetMs: 2_800, onFault: UNKNOWN_NOTICE }, (call) =>
  answerPin(call, interactionStore(call.config), join),
);
