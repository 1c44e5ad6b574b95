import { twiml } from '../../http/twiml';
import { whisperAnswer } from '../../http/voice/whisper';
import { webhookFunction } from '../../http/webhook-function';
import { callControl, callLog } from '../../wiring';

/** What the called person hears, and may decide, before the two are connected; nobody is connected without it. */
export const handler = webhookFunction({ budgetMs: 2_800, onFault: twiml([{ verb: 'Hangup' }]) }, (call) =>
  whisperAnswer(call, () => ({ log: callLog(call.config), control: callControl(call.config) })),
);
