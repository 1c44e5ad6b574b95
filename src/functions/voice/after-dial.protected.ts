import { UNKNOWN_NOTICE } from '../../http/notices';
import { afterDial } from '../../http/voice/after-dial';
import { webhookFunction } from '../../http/webhook-function';
import { interactionStore } from '../../wiring';

/** The partner's phone was put down, or not answered: what the caller hears now. */
export const handler = webhookFunction({ budgetMs: 2_800, onFault: UNKNOWN_NOTICE }, (call) =>
  afterDial(call, interactionStore(call.config)),
);
