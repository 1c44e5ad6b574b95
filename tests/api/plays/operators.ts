import { handler as calls } from '../../../src/functions/ops/calls';
import { handler as events } from '../../../src/functions/ops/events';
import { handler as pool } from '../../../src/functions/ops/pool';
import { handler as opsReports } from '../../../src/functions/ops/reports';
import { handler as sessions } from '../../../src/functions/ops/sessions';
import { handler as callback } from '../../../src/functions/proxy/callback.protected';
import { handler as reports } from '../../../src/functions/reports';
import { interceptEvent, openSession } from '../../functions/proxy/webhooks';
import { buyer, type FunctionWorld, seller } from '../../functions/support';
import { clientPlays, keyFor, type Play, type Repertoire, storePlays } from './play';

const REPORTS_PER_DAY = 20;
const users = { userId: buyer.id, peerId: seller.id };
const report = { ...users, reason: 'no_show' };
const noReport = `rp${'a'.repeat(16)}`;
const operatorPlays = {
  ...clientPlays,
  ...storePlays,
  '403 forbidden': (({ send }) => send(keyFor('connect'))) satisfies Play,
};

const oneTooMany: Play = async ({ send }) => {
  for (let count = 0; count < REPORTS_PER_DAY; count += 1) await send();
  return send();
};

/** A session with a call that was answered, and a report of it. */
async function live(world: FunctionWorld): Promise<string> {
  const { sid } = await openSession(world);
  const ended = { outboundResourceStatus: 'completed', interactionData: '{"duration":"42"}' };
  await world.call(callback, { event: interceptEvent(sid, ended) });
  const text = 'Nobody came.';
  const { json } = await world.call(reports, { headers: world.apiKey(), params: { ...report, text } });
  return (json.data as { reportId: string }).reportId;
}

/** The ordinary request after something has happened. */
const afterwards: Play = async ({ world, send }) => {
  await live(world);
  return send();
};

const withReport =
  (params: object): Play =>
  async ({ world, send }) =>
    send({ params: { ...params, reportId: await live(world) } });

const ofOperators = (handler: Repertoire['handler'], params: object = {}): Repertoire => ({
  handler,
  params,
  plays: { ...operatorPlays, '200': afterwards },
});

/** What operators and those who write to them use, by `operationId`. */
export const operatorRepertoires: Readonly<Record<string, Repertoire>> = {
  reports: {
    handler: reports,
    params: report,
    ticketParams: { reason: 'no_show' },
    plays: { ...clientPlays, ...storePlays, '429 too_many_reports': oneTooMany },
  },
  opsEvents: ofOperators(events, { action: 'status' }),
  opsSessions: ofOperators(sessions),
  opsCalls: ofOperators(calls, users),
  opsPool: ofOperators(pool),
  opsReports: {
    handler: opsReports,
    params: { action: 'list' },
    plays: {
      ...operatorPlays,
      '200': afterwards,
      '404 unknown_report': ({ send }) => send({ params: { action: 'show', reportId: noReport } }),
    },
    alsoPlays: [
      withReport({ action: 'show' }),
      withReport({ action: 'update', state: 'in_review', handler: 'sato' }),
    ],
  },
};
