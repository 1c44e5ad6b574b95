import { clientFunction } from '../../http/client-function';
import { answerCalls } from '../../http/ops';
import { overview } from '../../wiring';

/** The log of calls and texts of a pair, a user or all; no number, no word. */
export const handler = clientFunction('ops', (call) => answerCalls(call, overview(call.config)));
