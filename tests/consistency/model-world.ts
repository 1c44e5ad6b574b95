import { connect } from '../../src/masking/connect';
import { deadlineIn } from '../../src/masking/deadline';
import { incomingCall } from '../../src/masking/incoming-call';
import type { ProxyNumber } from '../../src/masking/numbers';
import type { Participant, SwitchboardName } from '../../src/masking/session';
import { RedisOverview } from '../../src/store/redis-overview';
import { newSessionId } from '../../src/wiring';
import { nextId } from '../contracts/interaction-store/fixture';
import { pairOf, person } from '../support/people';
import { type StoreUnderTest, storeIn } from '../support/store';
import { type World, worldIn } from '../support/world';
import type { Phones } from './model-check';
import { Model } from './model-state';
import type { VoiceReport } from './model-voice';
import type { Webhooks } from './model-webhooks';

const PEOPLE = 4;
const BUDGET_MS = 4_500;
/** Longer than any run, so that no number may lead to anybody else again. */
const COOL_OFF_SECONDS = 30 * 86_400;

/** None of these is one of Twilio Proxy's. */
const VOICE_NUMBERS = Array.from({ length: 9 }, (_, index) => `+81504000000${index}` as ProxyNumber);

/** The same database, as a function sees it whose SWITCHBOARD is `voice`. */
function voiceStore({ upstash, settings, now }: StoreUnderTest, numbers: number): Promise<StoreUnderTest> {
  const voice = { ...settings, switchboard: 'voice' } as const;
  return storeIn(upstash, { settings: voice, numbers: VOICE_NUMBERS.slice(0, numbers), clock: now });
}

/** What really is: the use cases on the simulator, and what can be seen of it from outside. */
export class Reality implements Phones {
  readonly people: readonly Participant[] = Array.from({ length: PEOPLE }, (_, index) => person(index + 1));

  /** Everything that calls of our own routing were reported with, to be reported again. */
  readonly reports: VoiceReport[] = [];

  private constructor(
    private readonly worlds: Readonly<Record<SwitchboardName, World>>,
    readonly webhooks: Webhooks,
    /** Where new sessions open. */
    private switchboard: SwitchboardName,
    readonly isAmple: boolean,
  ) {}

  static async start(
    simulator: World['simulator'],
    webhooks: Webhooks,
    { switchboard, numbers }: { switchboard: SwitchboardName; numbers: number },
  ): Promise<{ model: Model; real: Reality }> {
    const settings = { coolOffSeconds: COOL_OFF_SECONDS };
    const proxy = await worldIn(simulator, { numbers, settings });
    const voice = { ...proxy, store: await voiceStore(proxy.store, numbers) };
    const real = new Reality({ proxy, voice }, webhooks, switchboard, numbers > 2 * PEOPLE);
    return { model: new Model(PEOPLE, proxy.store.now), real };
  }

  /** What a function sees whose SWITCHBOARD is the one of this moment. */
  get world(): World {
    return this.worlds[this.switchboard];
  }

  changeSwitchboard(): void {
    this.switchboard = this.switchboard === 'voice' ? 'proxy' : 'voice';
  }

  person(index: number): Participant {
    return this.people[index] ?? person(index + 1);
  }

  connect(caller: number, callee: number) {
    const { store, switchboard } = this.world;
    return connect(pairOf(this.person(caller), this.person(callee)), {
      store: store.sessions,
      switchboard,
      deadline: deadlineIn(BUDGET_MS, store.now),
      newSessionId,
      // Nobody else is at work: waiting costs no more than the simulated time.
      wait: (ms) => this.world.pass(ms / 1_000),
    });
  }

  /** Sessions that this user opened, and all that the user is part of: at Twilio, and of our own routing. */
  async sessionsOf(user: number): Promise<{ opened: number; all: number }> {
    const live = await this.#live();
    return {
      opened: live.filter(([opener]) => opener === user).length,
      all: live.filter((users) => users.includes(user)).length,
    };
  }

  async sessionsBetween(one: number, other: number): Promise<number> {
    return (await this.#live()).filter((users) => users.includes(one) && users.includes(other)).length;
  }

  /** The two users of each live session, who opened it first. */
  async #live(): Promise<number[][]> {
    const { store } = this.world;
    const overview = new RedisOverview(store.runner, store.settings, store.now);
    const { items } = await overview.sessions(0, store.deadline());
    const ours = items.filter((one) => one.switchboard === 'voice');
    const indexOf = (userId: string) => this.people.findIndex((one) => one.userId === userId);
    return [
      ...this.world
        .liveAtTwilio()
        .map(({ participants }) => participants.map((one) => this.indexOf(one.identifier))),
      ...ours.map((one) => [indexOf(one.userId), indexOf(one.peerId)]),
    ];
  }

  /** Whether this number is one of those that our own routing answers. */
  isOurs(tel: string): boolean {
    return VOICE_NUMBERS.includes(tel as ProxyNumber);
  }

  async reach(user: number, tel: string): Promise<{ partner: number; shown: string } | undefined> {
    const { store } = this.world;
    if (this.isOurs(tel)) return this.dial(user, tel, nextId());
    const route = this.route(user, tel);
    if (route === undefined) return undefined;
    const interaction = { sid: sidOf(route.session.sid), interactionId: nextId(), kind: 'voice' } as const;
    const decision = await store.interactions.judge(interaction, store.deadline());
    if (decision.kind === 'deny') return undefined;
    const { identifier, proxyIdentifier } = route.outbound;
    return { partner: this.indexOf(identifier), shown: proxyIdentifier };
  }

  async callBack(user: number, shown: string): Promise<number | undefined> {
    if (this.isOurs(shown)) return (await this.reach(user, shown))?.partner;
    const back = this.route(user, shown)?.outbound.identifier;
    return back === undefined ? undefined : this.indexOf(back);
  }

  /** A call to a number of our own routing. */
  async dial(
    user: number,
    tel: string,
    interactionId: string,
  ): Promise<{ partner: number; shown: string } | undefined> {
    const { store } = this.world;
    const from = this.person(user).number;
    const call = { interactionId, kind: 'voice', from, to: tel as ProxyNumber } as const;
    const tools = { router: store.interactions, deadline: store.deadline(), isQuiet: false };
    const outcome = await incomingCall(call, tools);
    if (outcome.kind !== 'joined') return undefined;
    return { partner: this.indexOf(outcome.partner), shown: outcome.callerId };
  }

  route(user: number, tel: string) {
    const { proxy } = this.world.simulator.twilio;
    return proxy.route(this.person(user).number, e164(tel));
  }

  indexOf(number: string): number {
    return this.people.findIndex((one) => one.number === number);
  }
}

function e164(tel: string): `+${string}` {
  return `+${tel.slice(1)}`;
}

function sidOf(sid: string) {
  return sid as Parameters<World['store']['interactions']['judge']>[0]['sid'];
}
