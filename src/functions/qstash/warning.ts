import { qstashFunction } from '../../http/qstash-function';
import { giveWarning } from '../../http/voice/give-warning';
import { callControl, callLog } from '../../wiring';

/** A call has a minute left: both hear so. QStash asks for it, as it was told to when the call was answered. */
export const handler = qstashFunction((call) =>
  giveWarning(call, () => ({ log: callLog(call.config), control: callControl(call.config) })),
);
