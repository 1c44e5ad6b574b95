import { setTimeout as wait } from 'node:timers/promises';
import { type Simulator, type SimulatorOptions, startSimulator } from '../../simulator';
import type { Session } from '../../simulator/twilio/model';
import { cleanup } from '../../src/masking/cleanup';
import { type ConnectOutcome, connect } from '../../src/masking/connect';
import type { ProxyNumber } from '../../src/masking/numbers';
import type { Clock, Deadline, SessionStore, Switchboard } from '../../src/masking/ports';
import type { Participant } from '../../src/masking/session';
import type { StoreSettings } from '../../src/store/settings';
import { ProxySwitchboard, type SessionMode } from '../../src/switchboard/proxy/proxy-switchboard';
import { newSessionId } from '../../src/wiring';
import { pairOf } from './people';
import { type StoreUnderTest, storeIn } from './store';

/** The use cases with the real store and the real `twilio` client, against the simulator. */
export interface World {
  readonly simulator: Simulator;
  readonly store: StoreUnderTest;
  readonly switchboard: Switchboard;
  connect(caller: Participant, callee: Participant, tools?: Partial<Tools>): Promise<ConnectOutcome>;
  cleanup(user: Participant, tools?: Partial<Tools>): ReturnType<typeof cleanup>;
  /** What was asked of Twilio and how often of Redis since the last `watch`. */
  watch(): void;
  restCalls(): string[];
  redisRoundTrips(): number;
  /** Sessions that Twilio routes now. */
  liveAtTwilio(): Session[];
  /** Moves the clock of both sides. */
  pass(seconds: number): Promise<void>;
}

interface Tools {
  store: SessionStore;
  switchboard: Switchboard;
  deadline: Deadline;
}

export function startTestSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  return startSimulator({ engine: 'embedded', rateLimit: false, ...options });
}

/** A fresh store and an empty service in a running simulator; `numbers` is the size of the pool. */
export async function worldIn(
  simulator: Simulator,
  options: { settings?: Partial<StoreSettings>; numbers?: number } = {},
): Promise<World> {
  const { sessions } = simulator.twilio.proxy;
  sessions.deleteAll(simulator.serviceSid);
  simulator.twilio.faults.clear();
  simulator.upstash.faults.clear();
  const clock: Clock = () => simulator.twilio.clock.now();
  const numbers = simulator.numbers.slice(0, options.numbers) as string[] as ProxyNumber[];
  const store = await storeIn(simulator.upstash, { ...options, numbers, clock });
  const { accountSid, authToken, serviceSid, url: apiBaseUrl } = simulator;
  const switchboard = new ProxySwitchboard(
    { accountSid, authToken, serviceSid, apiBaseUrl, sessionMode: sessionModeOf(simulator) },
    clock,
  );
  const tools = () => ({ store: store.sessions, switchboard, deadline: store.deadline() });
  let watched = 0;
  const { log } = simulator.twilio;
  const since = (kind: 'rest' | 'redis') => log.entries({ kind, since: watched });
  return {
    simulator,
    store,
    watch: () => {
      watched = log.lastId;
    },
    restCalls: () => since('rest').map(inShort),
    redisRoundTrips: () => since('redis').length,
    switchboard,
    connect: (caller, callee, changed) =>
      connect(pairOf(caller, callee), { ...tools(), newSessionId, wait: (ms) => wait(ms), ...changed }),
    cleanup: (user, changed) => cleanup(user.userId, { ...tools(), ...changed }),
    liveAtTwilio: () =>
      sessions.page(serviceSid, 100_000).records.filter(({ sid }) => sessions.find(sid)?.status !== 'closed'),
    pass: (seconds) => simulator.twilio.clock.advance(seconds),
  };
}

/** "METHOD last-part-of-the-path status". */
function inShort({ method, target, status }: { method: string; target: string; status: number }): string {
  return `${method} ${target
    .split('/')
    .at(-1)
    ?.replace(/^KC\w+/, '{sid}')} ${status}`;
}

/** What Proxy's sessions carry: texts too, where the simulator's numbers can. */
export function sessionModeOf({ sms }: Simulator): SessionMode {
  return sms ? 'voice-and-message' : 'voice-only';
}
