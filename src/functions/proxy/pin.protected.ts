import { UNKNOWN_NOTICE } from '../../http/notices';
import { answerPin, joinPlainly } from '../../http/pin-call';
import { webhookFunction } from '../../http/webhook-function';
import { interactionStore } from '../../wiring';

/** What a caller out of session enters, and how the call ended that it joined. */
export const handler = webhookFunction({ budgetMs: 2_800, onFault: UNKNOWN_NOTICE }, (call) =>
  answerPin(call, interactionStore(call.config), joinPlainly),
);
