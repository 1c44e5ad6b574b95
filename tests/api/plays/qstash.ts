import { qstashContext } from '../../../scripts/local/context';
import { signature } from '../../../simulator/qstash/signature';
import { handler as qstashWarning } from '../../../src/functions/qstash/warning';
import type { FunctionWorld } from '../../functions/support';
import type { Changes, Play, Repertoire } from './play';
import { notKept } from './twilio';

const DOMAIN_NAME = 'calls.example';
const call = { interactionId: `CA${'1'.repeat(32)}`, legId: `CA${'2'.repeat(32)}` };

/** The request as QStash signs it. */
async function signed({ simulator }: FunctionWorld): Promise<Changes> {
  const message = { url: `https://${DOMAIN_NAME}/qstash/warning`, body: JSON.stringify(call), id: 'msg_1' };
  const headers = { 'upstash-signature': await signature(message, simulator.qstash.signingKeys.current) };
  return { headers, settings: { ...qstashContext(simulator), DOMAIN_NAME } };
}

const asQStash =
  (play: Play): Play =>
  async (stage) => {
    const changes = await signed(stage.world);
    return play({ ...stage, send: () => stage.send(changes) });
  };

/** What Upstash QStash calls, by `operationId`. */
export const qstashRepertoires: Readonly<Record<string, Repertoire>> = {
  qstashWarning: {
    handler: qstashWarning,
    params: call,
    plays: {
      '200': asQStash(({ send }) => send()),
      '401': ({ send }) => send(),
      '503': asQStash(notKept),
    },
  },
};
