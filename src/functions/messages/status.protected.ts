import { deliverBeside } from '../../http/events';
import { PASS } from '../../http/proxy-webhook';
import { readTextReport } from '../../http/texts/text-webhook';
import { webhookFunction } from '../../http/webhook-function';
import { eventTools, interactionStore } from '../../wiring';

/** Twilio reports how a relayed text fares; the answer is ignored, and reports may come twice and in any order. */
export const handler = webhookFunction(
  { budgetMs: 4_000, onFault: { ...PASS, status: 503 } },
  async (call) => {
    const report = readTextReport(call.params);
    if (report !== undefined) await interactionStore(call.config).record(report, call.deadline);
    await deliverBeside(eventTools(call.config), call);
    return PASS;
  },
);
