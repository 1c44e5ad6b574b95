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
import type { Script, ScriptRunner } from './script-runner';
import * as scripts from './scripts';
import { numberHash } from './seal';
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
};
const FINAL_RANK = 4;

/** Calls and texts in Redis: every method is one script and one round trip. */
export class RedisInteractionStore implements InteractionStore {
  constructor(
    private readonly runner: Pick<ScriptRunner, 'run'>,
    private readonly settings: StoreSettings,
    private readonly clock: Clock = Date.now,
  ) {}

  judge({ sid, interactionId, kind }: Interaction, deadline: Deadline): Promise<InteractionDecision> {
    const { interactionsPerHour } = this.settings.quotas;
    return this.run(scripts.judge, deadline, {
      sid,
      interactionId,
      type: kind,
      callsPerHour: interactionsPerHour,
    });
  }

  async record(report: InteractionReport, deadline: Deadline): Promise<void> {
    const { kind, ...rest } = report;
    const rank = RANKS[report.status] ?? FINAL_RANK;
    await this.run(scripts.record, deadline, { ...rest, type: kind, rank, final: rank === FINAL_RANK });
  }

  async outOfSession(
    { kind, from, to }: OutOfSessionCall,
    deadline: Deadline,
  ): Promise<OutOfSessionDecision> {
    const hash = from === undefined ? {} : { hash: numberHash(from, this.settings.lookupKey) };
    return (await this.run(scripts.outOfSession, deadline, { ...hash, number: to, type: kind })).kind;
  }

  private run<Answer>(script: Script<Answer>, deadline: Deadline, args: object): Promise<Answer> {
    const { prefix, coolOffSeconds, callLogDays, defaultCountry } = this.settings;
    const common = {
      prefix,
      nowMs: this.clock(),
      coolOffMs: coolOffSeconds * 1000,
      logMs: callLogDays * 86_400_000,
      defaultCountry,
    };
    return this.runner.run(script, { ...common, ...args }, deadline);
  }
}
