import { success } from '../http/answers';
import { clientFunction } from '../http/client-function';
import { log } from '../http/log';
import { readUserId } from '../http/pair';
import { cleanup } from '../masking/cleanup';
import { sessionStore, switchboard } from '../wiring';

/** Closes all sessions of the user. */
export const handler = clientFunction('connect', async (call) => {
  const { config, deadline, requestId } = call;
  const outcome = await cleanup(readUserId(call), {
    store: sessionStore(config),
    switchboard: switchboard(config),
    deadline,
  });
  log({ event: 'cleaned_up', requestId, ...outcome });
  return success(outcome);
});
