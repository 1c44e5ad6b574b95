import { clientFunction } from '../../http/client-function';
import { answerReports } from '../../http/ops';
import { reportStore } from '../../wiring';

/** Reports for operators: listed by state, shown with the pair's calls and violations, and handled. */
export const handler = clientFunction('ops', (call) => answerReports(call, reportStore(call.config)));
