import { deliverBeside } from '../../http/events';
import { PASS } from '../../http/proxy-webhook';
import { keepCallReport } from '../../http/voice/call-report';
import { WARNING_PATH } from '../../http/voice/joined-call';
import { followWarning } from '../../http/voice/limit-warning';
import { noticeMissedCall } from '../../http/voice/missed-call';
import { webhookFunction } from '../../http/webhook-function';
import * as wiring from '../../wiring';

/** Twilio reports how a call goes on; the answer is ignored, and reports may come twice and in any order. */
export const handler = webhookFunction(
  { budgetMs: 4_000, onFault: { ...PASS, status: 503 } },
  async (call) => {
    const { config, baseUrl } = call;
    const outcome = await keepCallReport(call, () => wiring.interactionStore(config));
    const schedule = () => wiring.warningSchedule(config, baseUrl + WARNING_PATH);
    await followWarning(call, outcome, () => ({ schedule: schedule(), control: wiring.callControl(config) }));
    await noticeMissedCall(call, () => ({ log: wiring.callLog(config), sender: wiring.textSender(config) }));
    await deliverBeside(wiring.eventTools(config), call);
    return PASS;
  },
);
