import { listen, talk } from '../scripts/demo/phones';
import { countRoundTrips } from '../scripts/local/round-trips';
import type { Stack } from '../scripts/local/stack';
import { type PairBody, pairOf } from './pairs';
import { post } from './service';

/** What one use costs, in requests on the way to the answer and beside it. */
export interface PathCost {
  path: string;
  redis: number;
  twilio: number;
}

/** Counts what each use costs, from what the simulator saw. */
export async function measureRoundTrips(stack: Stack): Promise<PathCost[]> {
  const connect = (partner: number) => post(stack, '/connect', pairOf(1, partner));
  await warmUp(stack);
  const cost = async (path: string, action: () => Promise<unknown>) => {
    const { redis, twilio } = await countRoundTrips(stack.simulator, action);
    return { path, redis, twilio };
  };
  return [
    await cost('connect, first partner', () => connect(1)),
    await cost('connect, same partner', () => connect(1)),
    await cost('connect, new partner, one old session', () => connect(2)),
    await cost('sessions', () => post(stack, '/sessions', { userId: 'user-1' })),
    await aCall(stack),
    await cost('call out of session', () => lostCall(stack)),
    await cost('cleanup, one session', () => post(stack, '/cleanup', { userId: 'user-1' })),
  ];
}

/** The first use of a script loads it into Redis, which is not counted. */
async function warmUp(stack: Stack): Promise<void> {
  await post(stack, '/connect', pairOf(0, 1));
  await dial(stack, pairOf(0, 2), await post(stack, '/connect', pairOf(0, 2)));
  await post(stack, '/sessions', { userId: 'user-0' });
  await lostCall(stack);
  await post(stack, '/cleanup', { userId: 'user-0' });
}

/** A whole call has one webhook before it and one for each of its states: what one webhook costs. */
async function aCall(stack: Stack): Promise<PathCost> {
  const tel = await post(stack, '/connect', pairOf(1, 2));
  const { redis, twilio, webhooks } = await countRoundTrips(stack.simulator, () =>
    dial(stack, pairOf(1, 2), tel),
  );
  return { path: 'webhook of a call', redis: redis / webhooks, twilio: twilio / webhooks };
}

async function dial({ simulator: { telephony } }: Stack, { from, to }: PairBody, tel: string): Promise<void> {
  await talk(telephony.handset(from), telephony.handset(to), tel);
}

async function lostCall({ simulator: { telephony, numbers } }: Stack): Promise<void> {
  await listen(telephony.handset('+817033334444'), numbers[0] ?? '');
}
