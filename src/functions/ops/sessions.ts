import { clientFunction } from '../../http/client-function';
import { answerSessions } from '../../http/ops';
import { overview } from '../../wiring';

/** Live sessions: who with whom until when, and how many; no number. */
export const handler = clientFunction('ops', (call) => answerSessions(call, overview(call.config)));
