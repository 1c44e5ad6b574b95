import { deliverBeside } from '../../http/events';
import { PASS } from '../../http/proxy-webhook';
import { readRecording } from '../../http/voice/recording';
import { webhookFunction } from '../../http/webhook-function';
import { callLog, eventTools } from '../../wiring';

/** Twilio reports that a recording is there; the answer is ignored, and reports may come twice. */
export const handler = webhookFunction(
  { budgetMs: 4_000, onFault: { ...PASS, status: 503 } },
  async (call) => {
    const recording = readRecording(call.params);
    if (recording !== undefined) await callLog(call.config).keepRecording(recording, call.deadline);
    await deliverBeside(eventTools(call.config), call);
    return PASS;
  },
);
