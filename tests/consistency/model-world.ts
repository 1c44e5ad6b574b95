import { connect } from '../../src/masking/connect';
import { deadlineIn } from '../../src/masking/deadline';
import type { Participant } from '../../src/masking/session';
import { newSessionId } from '../../src/wiring';
import { nextId } from '../contracts/interaction-store/fixture';
import { pairOf, person } from '../support/people';
import { type World, worldIn } from '../support/world';
import { Model } from './model-state';
import type { Webhooks } from './model-webhooks';

const PEOPLE = 4;
const BUDGET_MS = 4_500;
/** Longer than any run, so that no number may lead to anybody else again. */
const COOL_OFF_SECONDS = 30 * 86_400;

/** What really is: the use cases on the simulator, and what can be seen of it from outside. */
export class Reality {
  readonly people: readonly Participant[] = Array.from({ length: PEOPLE }, (_, index) => person(index + 1));

  private constructor(
    readonly world: World,
    readonly webhooks: Webhooks,
    /** Whether the pool has numbers for everything that anybody may ask for. */
    readonly isAmple: boolean,
  ) {}

  static async start(
    simulator: World['simulator'],
    webhooks: Webhooks,
    numbers: number,
  ): Promise<{ model: Model; real: Reality }> {
    const settings = { coolOffSeconds: COOL_OFF_SECONDS };
    const world = await worldIn(simulator, { numbers, settings });
    const real = new Reality(world, webhooks, numbers > 2 * PEOPLE);
    return { model: new Model(PEOPLE, world.store.now), real };
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

  /** Sessions at Twilio that this user opened, and all that the user is part of. */
  sessionsOf(user: number): { opened: number; all: number } {
    const { number } = this.person(user);
    const live = this.world
      .liveAtTwilio()
      .map(({ participants }) => participants.map((one) => one.identifier));
    return {
      opened: live.filter(([first]) => first === number).length,
      all: live.filter((identifiers) => identifiers.includes(number)).length,
    };
  }

  /** Whom a phone reaches that dials now, and what that phone would show; undefined when it rings nobody. */
  async reach(user: number, tel: string): Promise<{ partner: number; shown: string } | undefined> {
    const { store } = this.world;
    const route = this.route(user, tel);
    if (route === undefined) return undefined;
    const interaction = { sid: sidOf(route.session.sid), interactionId: nextId(), kind: 'voice' } as const;
    const decision = await store.interactions.judge(interaction, store.deadline());
    if (decision.kind === 'deny') return undefined;
    const { identifier, proxyIdentifier } = route.outbound;
    return { partner: this.indexOf(identifier), shown: proxyIdentifier };
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
