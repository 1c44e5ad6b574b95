import { handler as blocks } from '../../../src/functions/blocks';
import { handler as cleanup } from '../../../src/functions/cleanup';
import { handler as connect } from '../../../src/functions/connect';
import { handler as health } from '../../../src/functions/health';
import { handler as screen } from '../../../src/functions/screen';
import { handler as sessions } from '../../../src/functions/sessions';
import { buyer, seller } from '../../functions/support';
import { clientPlays, makeUnreadable, type Play, type Repertoire, storePlays } from './play';

const params = { userId: buyer.id };

/** The ordinary request of a user who is in a session. */
const withSession: Play = async ({ world, send }) => {
  await world.call(connect, { headers: await world.ticket() });
  return send();
};

const ofUser = (handler: Repertoire['handler']): Repertoire => ({
  handler,
  params,
  plays: { ...clientPlays, ...storePlays, '200': withSession },
});

const blocking: Repertoire = {
  handler: blocks,
  params: { action: 'add', userId: buyer.id, peerId: seller.id },
  ticketParams: { action: 'add' },
  plays: { ...clientPlays, ...storePlays },
};

const screening: Repertoire = {
  handler: screen,
  params: { text: '090-1234-5678 です' },
  plays: clientPlays,
};

const watching: Repertoire = {
  handler: health,
  params: {},
  plays: {
    ...storePlays,
    '200': ({ send }) => send(),
    '500 misconfigured': ({ send }) => send({ settings: { LOOKUP_KEY: '' } }),
    '500 internal_error': ({ world, send }) => {
      makeUnreadable(world);
      return send();
    },
    '503 pool_exhausted': async ({ world, send }) => {
      await world.savePool([]);
      return send();
    },
  },
};

/** By `operationId`. */
export const clientRepertoires: Readonly<Record<string, Repertoire>> = {
  sessions: ofUser(sessions),
  cleanup: ofUser(cleanup),
  blocks: blocking,
  screen: screening,
  health: watching,
};
