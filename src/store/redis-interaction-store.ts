import { DependencyError } from '../masking/errors';
import type { RealNumber } from '../masking/numbers';
import type { PinDecision, PinEntry, PinStore } from '../masking/pin';
import type {
  Clock,
  Deadline,
  Interaction,
  InteractionDecision,
  InteractionReport,
  InteractionStore,
  OutOfSessionCall,
  OutOfSessionDecision,
} from '../masking/ports';
import type { IncomingInteraction, RouteDecision, Router } from '../masking/routing';
import { commonArguments } from './common-arguments';
import type { Script, ScriptRunner } from './script-runner';
import * as scripts from './scripts';
import { numberHash, openNumber } from './seal';
import type { StoreSettings } from './settings';

/**
 * How far an interaction has come. Reports arrive in any order; only a higher rank changes the log.
 * @see https://www.twilio.com/docs/proxy/api/interaction#interaction-status-values
 */
const RANKS: Record<string, number> = {
  accepted: 0,
  queued: 0,
  initiated: 1,
  receiving: 1,
  sending: 1,
  ringing: 2,
  received: 2,
  sent: 2,
  'in-progress': 3,
  answered: 3,
  // The caller's side of a call is over, and nothing is known of the partner's yet.
  ended: 3.5,
};
const LAST_OPEN_RANK = 3;
const FINAL_RANK = 4;

/** Calls and texts in Redis: every method is one script and one round trip. */
export class RedisInteractionStore implements InteractionStore, PinStore, Router {
  constructor(
    private readonly runner: Pick<ScriptRunner, 'run'>,
    private readonly settings: StoreSettings,
    private readonly clock: Clock = Date.now,
  ) {}

  judge({ sid, interactionId, kind }: Interaction, deadline: Deadline): Promise<InteractionDecision> {
    return this.run(scripts.judge, deadline, { sid, interactionId, type: kind });
  }

  async record(report: InteractionReport, deadline: Deadline): Promise<void> {
    const { kind, ...rest } = report;
    const rank = RANKS[report.status] ?? FINAL_RANK;
    await this.run(scripts.record, deadline, { ...rest, type: kind, rank, final: rank > LAST_OPEN_RANK });
  }

  async outOfSession(
    { kind, from, to }: OutOfSessionCall,
    deadline: Deadline,
  ): Promise<OutOfSessionDecision> {
    const caller = this.hashed(from);
    return (await this.run(scripts.outOfSession, deadline, { ...caller, number: to, type: kind })).kind;
  }

  async enterPin({ from, to, ...entry }: PinEntry, deadline: Deadline): Promise<PinDecision> {
    const { caller, number } = this.settings.pinTriesPerHour;
    const decision = await this.run(scripts.enterPin, deadline, {
      ...entry,
      ...this.hashed(from),
      number: to,
      triesPerCaller: caller,
      triesPerNumber: number,
    });
    return decision.kind === 'joined' ? this.opened(decision) : decision;
  }

  async route(
    { kind, from, to, interactionId }: IncomingInteraction,
    deadline: Deadline,
  ): Promise<RouteDecision> {
    const args = { interactionId, type: kind, ...this.hashed(from), number: to };
    const decision = await this.run(scripts.route, deadline, args);
    return decision.kind === 'joined' ? this.opened(decision) : decision;
  }

  /** The decision with the partner's number in the place of the sealed one. */
  private opened<Sealed extends { sealed: string; hash: string }>({ sealed, hash, ...decision }: Sealed) {
    const partner = openNumber(sealed, hash, this.settings.openingKeys);
    if (partner === undefined) throw new DependencyError('store', 'a sealed number does not open');
    return { ...decision, partner };
  }

  private hashed(from: RealNumber | undefined): { hash?: string } {
    return from === undefined ? {} : { hash: numberHash(from, this.settings.lookupKey) };
  }

  private run<Answer>(script: Script<Answer>, deadline: Deadline, args: object): Promise<Answer> {
    const { callLogDays, defaultCountry, quotas } = this.settings;
    const common = {
      ...commonArguments(this.settings, this.clock),
      logMs: callLogDays * 86_400_000,
      callsPerHour: quotas.interactionsPerHour,
      defaultCountry,
    };
    return this.runner.run(script, { ...common, ...args }, deadline);
  }
}
