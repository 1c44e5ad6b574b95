import { deliverBeside } from '../../http/events';
import { PASS } from '../../http/proxy-webhook';
import { readCallReport } from '../../http/voice/call-report';
import { noticeMissedCall } from '../../http/voice/missed-call';
import { webhookFunction } from '../../http/webhook-function';
import { callLog, eventTools, interactionStore, textSender } from '../../wiring';

/** Twilio reports how a call goes on; the answer is ignored, and reports may come twice and in any order. */
export const handler = webhookFunction(
  { budgetMs: 4_000, onFault: { ...PASS, status: 503 } },
  async (call) => {
    const { config } = call;
    const report = readCallReport(call.params);
    if (report !== undefined) await interactionStore(config).record(report, call.deadline);
    await noticeMissedCall(call, () => ({ log: callLog(config), sender: textSender(config) }));
    await deliverBeside(eventTools(call.config), call);
    return PASS;
  },
);
