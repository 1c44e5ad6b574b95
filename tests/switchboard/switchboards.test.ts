import type { Simulator } from '../../simulator';
import type { SwitchboardName } from '../../src/masking/session';
import { type SwitchboardUnderTest, switchboardContract } from '../contracts/switchboard';
import { person } from '../support/people';
import { newId } from '../support/store';
import { startTestSimulator, type World, worldIn } from '../support/world';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startTestSimulator({ numbers: 5 });
});
afterAll(() => simulator.stop());

const world = (switchboard: SwitchboardName) =>
  worldIn(simulator, { settings: { switchboard, maxSessionsPerUser: 2 } });

function common({ connect, cleanup, store, pass }: World) {
  return {
    connect,
    cleanup,
    pass,
    liveSessions: ({ userId }: { userId: Parameters<typeof store.sessions.liveSessions>[0] }) =>
      store.sessions.liveSessions(userId, store.deadline()),
  };
}

/** Twilio Proxy decides by itself whom a call reaches. */
async function onProxy(): Promise<SwitchboardUnderTest> {
  return {
    ...common(await world('proxy')),
    dial: async (from, to) => {
      const outbound = simulator.twilio.proxy.route(from, to)?.outbound;
      return outbound && joined(outbound.identifier, outbound.proxyIdentifier);
    },
  };
}

async function onVoice(): Promise<SwitchboardUnderTest> {
  const service = await world('voice');
  const { interactions, deadline } = service.store;
  return {
    ...common(service),
    dial: async (from, to) => {
      const way = await interactions.route({ interactionId: newId(), kind: 'voice', from, to }, deadline());
      return way.kind === 'joined' ? joined(way.partner, way.callerId) : undefined;
    },
  };
}

function joined(partner: string, callerId: string) {
  return { partner, callerId } as NonNullable<Awaited<ReturnType<SwitchboardUnderTest['dial']>>>;
}

describe('Twilio Proxy', () => switchboardContract(onProxy));
describe('our own routing', () => switchboardContract(onVoice));

it('a connect, an extension, another partner and a cleanup cost our own routing one round trip each, and Twilio none', async () => {
  const service = await world('voice');
  const [alice, bob, carol] = [person(1), person(2), person(3)];
  const steps = [
    () => service.connect(alice, bob),
    () => service.connect(alice, bob),
    () => service.connect(alice, carol),
    () => service.connect(alice, person(4)),
    () => service.cleanup(alice),
  ];
  // The first use of a script loads it into Redis.
  for (const step of steps) await step();
  for (const step of steps) {
    await service.pass(1_500);
    service.watch();
    await step();
    expect([service.restCalls(), service.redisRoundTrips()]).toEqual([[], 1]);
  }
});
