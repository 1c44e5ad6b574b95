import { setTimeout as wait } from 'node:timers/promises';
import { clientFunction } from '../http/client-function';
import { connectAnswer } from '../http/connect-answer';
import { readPair } from '../http/pair';
import { connect } from '../masking/connect';
import { newSessionId, sessionStore, switchboard } from '../wiring';

/** Opens the session of a pair, or finds the one that lives, and answers the number to dial. */
export const handler = clientFunction('connect', async (call) => {
  const outcome = await connect(readPair(call), {
    store: sessionStore(call.config),
    switchboard: switchboard(call.config),
    deadline: call.deadline,
    newSessionId,
    wait,
  });
  return connectAnswer(outcome, call);
});
