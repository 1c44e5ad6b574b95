import { giveWarning, qstashFunction } from '../../http/voice/limit-warning';
import { callControl, callLog } from '../../wiring';

/** A call has a minute left: both hear so. QStash asks for it, when it was told to as the call was answered. */
export const handler = qstashFunction((call) =>
  giveWarning(call, () => ({ log: callLog(call.config), control: callControl(call.config) })),
);
