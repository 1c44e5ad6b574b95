import { success } from '../http/answers';
import { clientFunction } from '../http/client-function';
import { readUserId } from '../http/pair';
import { sessionStore } from '../wiring';

/** The user's live sessions: the number to dial, the partner's id, the end; never a real number. */
export const handler = clientFunction('connect', async (call) => {
  const live = await sessionStore(call.config).liveSessions(readUserId(call), call.deadline);
  const sessions = live.map(({ expiresAtMs, ...session }) => ({
    ...session,
    expiresAt: new Date(expiresAtMs).toISOString(),
  }));
  return success({ sessions });
});
