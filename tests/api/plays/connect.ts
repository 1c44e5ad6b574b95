import { setTimeout as wait } from 'node:timers/promises';
import { readConfig } from '../../../src/config';
import { handler as blocks } from '../../../src/functions/blocks';
import { handler as cleanup } from '../../../src/functions/cleanup';
import { handler } from '../../../src/functions/connect';
import { handler as screen } from '../../../src/functions/screen';
import { deadlineIn } from '../../../src/masking/deadline';
import type { RealNumber } from '../../../src/masking/numbers';
import { sessionStore } from '../../../src/wiring';
import { buyer, seller, third } from '../../functions/support';
import { pairOf, person } from '../../support/people';
import { newId } from '../../support/store';
import { clientPlays, type Play, type Repertoire, storePlays } from './play';

const params = { userId: buyer.id, from: buyer.phone, peerId: seller.id, to: seller.phone };
const dialling =
  (to: string): Play =>
  ({ send }) =>
    send({ params: { ...params, to } });

/** The second of two connects under a limit of one. */
const beyond =
  (limit: string): Play =>
  async ({ send }) => {
    const settings = { [limit]: '1' };
    await send({ settings });
    return send({ settings, params: { ...params, peerId: third.id, to: third.phone } });
  };

const refusedByTwilio =
  (rule: object): Play =>
  ({ world, send }) => {
    const match = { method: 'POST', path: /Sessions$/ };
    world.simulator.twilio.faults.add({ match, effect: 'error', ...rule });
    return send();
  };

const whileAnotherHoldsThePair: Play = async ({ world, send }) => {
  const pair = pairOf(
    { ...person(1, buyer.id), number: '+819012345678' as RealNumber },
    { ...person(2, seller.id), number: '+818087654321' as RealNumber },
  );
  await sessionStore(readConfig(world.context())).reserve({ pair, sessionId: newId() }, deadlineIn(1_000));
  return send();
};

const overtakenByCleanup: Play = async ({ world, send }) => {
  const match = { method: 'POST', path: /Sessions$/ };
  world.simulator.twilio.faults.add({ match, effect: 'delay', ms: 400, times: 1 });
  const connecting = send();
  await wait(150);
  await world.call(cleanup, { headers: world.apiKey(), params: { userId: buyer.id } });
  return connecting;
};

const withABlockedPartner: Play = async ({ world, send }) => {
  const block = { action: 'add', userId: buyer.id, peerId: seller.id };
  await world.call(blocks, { headers: world.apiKey(), params: block });
  return send();
};

const whilePaused: Play = async ({ world, send }) => {
  const settings = { PAUSE_AFTER_VIOLATIONS: '1' };
  const text = { text: '090-1111-2222', userId: buyer.id };
  await world.call(screen, { headers: world.apiKey(), params: text, settings });
  return send();
};

const fromAnEmptyPool: Play = async ({ world, send }) => {
  await world.savePool([]);
  return send();
};

export const connectRepertoire: Repertoire = {
  handler,
  params,
  plays: {
    ...clientPlays,
    ...storePlays,
    '409 superseded': overtakenByCleanup,
    '409 in_progress': whileAnotherHoldsThePair,
    '409 peer_blocked': withABlockedPartner,
    '422 same_user': ({ send }) => send({ params: { ...params, peerId: buyer.id } }),
    '422 same_number': dialling(buyer.phone),
    '422 number_invalid': dialling('nobody'),
    '422 number_too_short': dialling('03-12'),
    '422 number_too_long': dialling('08087654321098765432'),
    '422 number_emergency': dialling('119'),
    '422 number_toll_free': dialling('0120-123-456'),
    '422 number_premium_rate': dialling('0990-123-456'),
    '422 number_not_a_subscriber': dialling('020-1234-5678'),
    '422 number_country_not_allowed': dialling('+1 202-555-0123'),
    '422 number_range_refused': ({ send }) => send({ settings: { REFUSED_PREFIXES: '+8180' } }),
    '422 number_unreachable': refusedByTwilio({ status: 400, code: 80404 }),
    '429 user_paused': whilePaused,
    '429 quota_exceeded': beyond('USER_CONNECTS_PER_HOUR'),
    '429 service_ceiling_reached': beyond('SERVICE_CONNECTS_PER_DAY'),
    '503 pool_exhausted': fromAnEmptyPool,
    '503 switchboard_unavailable': refusedByTwilio({ status: 500 }),
  },
};
