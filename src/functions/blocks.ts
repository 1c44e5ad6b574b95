import { success } from '../http/answers';
import { blocksAnswer, readBlockRequest } from '../http/blocks';
import { clientFunction } from '../http/client-function';
import { blockPartner } from '../masking/blocks';
import { blockStore, sessionStore, switchboard } from '../wiring';

/** Blocks and unblocks a partner, and lists whom the user has blocked; the partner is told nothing. */
export const handler = clientFunction('connect', async (call) => {
  const { config, deadline } = call;
  const request = readBlockRequest(call);
  const blocks = blockStore(config);
  if (request.action === 'list') return blocksAnswer(await blocks.blocksOf(request, deadline));
  const { action, relation } = request;
  if (action === 'remove') await blocks.unblock(relation, deadline);
  else {
    const tools = { blocks, sessions: sessionStore(config), switchboard: switchboard(config), deadline };
    await blockPartner(relation, tools);
  }
  return success({ peerId: relation.peerId, blocked: action === 'add' });
});
