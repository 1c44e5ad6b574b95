import { handler as events } from '../../../src/functions/ops/events';
import { clientPlays, keyFor, type Repertoire, storePlays } from './play';

/** What needs an operator's key, by `operationId`. */
export const operatorRepertoires: Readonly<Record<string, Repertoire>> = {
  opsEvents: {
    handler: events,
    params: { action: 'status' },
    plays: { ...clientPlays, ...storePlays, '403 forbidden': ({ send }) => send(keyFor('connect')) },
  },
};
