import { listen, talk } from '../scripts/demo/phones';
import { countRoundTrips } from '../scripts/local/round-trips';
import type { Stack } from '../scripts/local/stack';
import type { SwitchboardName } from '../src/masking/session';
import { type PairBody, pairOf } from './pairs';
import { post } from './service';
import { send } from './webhook';

/** What one use costs, in requests on the way to the answer and beside it. */
export interface PathCost {
  path: string;
  redis: number;
  twilio: number;
}

const strangersPhone = '+817033334444';

/** Counts what each use costs, from what the simulator saw. */
export async function measureRoundTrips(stack: Stack, switchboard: SwitchboardName): Promise<PathCost[]> {
  const connect = (partner: number) => post(stack, '/connect', pairOf(1, partner));
  const calls = switchboard === 'proxy' ? proxyCalls : voiceCalls;
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
    ...(await calls(stack, cost)),
    await cost('call out of session', () => lostCall(stack)),
    await cost('cleanup, one session', () => post(stack, '/cleanup', { userId: 'user-1' })),
  ];
}

type Cost = (path: string, action: () => Promise<unknown>) => Promise<PathCost>;

/** The first use of a script loads it into Redis, which is not counted. */
async function warmUp(stack: Stack): Promise<void> {
  await post(stack, '/connect', pairOf(0, 1));
  await dial(stack, pairOf(0, 2), await post(stack, '/connect', pairOf(0, 2)));
  await post(stack, '/sessions', { userId: 'user-0' });
  await lostCall(stack);
  await post(stack, '/cleanup', { userId: 'user-0' });
}

/** Through Proxy a whole call has one webhook before it and one for each of its states: what one webhook costs. */
async function proxyCalls(stack: Stack): Promise<PathCost[]> {
  const tel = await post(stack, '/connect', pairOf(1, 2));
  const { redis, twilio, webhooks } = await countRoundTrips(stack.simulator, () =>
    dial(stack, pairOf(1, 2), tel),
  );
  return [{ path: 'webhook of a call', redis: redis / webhooks, twilio: twilio / webhooks }];
}

async function voiceCalls(stack: Stack, cost: Cost): Promise<PathCost[]> {
  const to = await post(stack, '/connect', pairOf(1, 2));
  const { from } = pairOf(1, 2);
  return [
    await cost('incoming call', () => send(stack, { kind: 'call', from, to })),
    await cost('incoming text', () => send(stack, { kind: 'text', from, to })),
  ];
}

async function dial({ simulator: { telephony } }: Stack, { from, to }: PairBody, tel: string): Promise<void> {
  await talk(telephony.handset(from), telephony.handset(to), tel);
}

async function lostCall({ simulator }: Stack): Promise<void> {
  const [number = ''] = simulator.plainNumbers.length > 0 ? simulator.plainNumbers : simulator.numbers;
  await listen(simulator.telephony.handset(strangersPhone), number);
}
