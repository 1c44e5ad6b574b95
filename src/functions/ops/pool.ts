import { clientFunction } from '../../http/client-function';
import { answerPool } from '../../http/ops';
import { overview } from '../../wiring';

/** How many numbers there are for what, and whether they run short; no number. */
export const handler = clientFunction('ops', (call) => answerPool(call, overview(call.config)));
