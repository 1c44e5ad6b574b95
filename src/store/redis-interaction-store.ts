import { DependencyError } from '../masking/errors';
import type { RealNumber } from '../masking/numbers';
import type { PinDecision, PinEntry, PinStore } from '../masking/pin';
import type {
  Clock,
  Deadline,
  IncomingInteraction,
  InteractionDecision,
  InteractionQuestion,
  InteractionReport,
  InteractionStore,
  OutOfSessionDecision,
  RecordOutcome,
} from '../masking/ports';
import type { RouteDecision, RoutedInteraction, Router } from '../masking/routing';
import type { ScreenedText, TextRejecter, TextRejection } from '../masking/text-judge';
import { commonArguments } from './common-arguments';
import type { Script, ScriptRunner } from './script-runner';
import type { SealedPartner, SealedTrace } from './scripts';
import * as scripts from './scripts';
import { numberHash, openNumbers, openText, sealText } from './seal';
import { pauseArguments, type StoreSettings } from './settings';

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
/** How long a text's digits are kept to be judged with the next ones: as long as one takes to spell out a number. */
const TRACE_MS = 30 * 60_000;
const LAST_OPEN_RANK = 3;
const FINAL_RANK = 4;

/** Calls and texts in Redis: every method is one script and one round trip. */
export class RedisInteractionStore implements InteractionStore, PinStore, Router, TextRejecter {
  constructor(
    private readonly runner: Pick<ScriptRunner, 'run'>,
    private readonly settings: StoreSettings,
    private readonly clock: Clock = Date.now,
  ) {}

  async judge(question: InteractionQuestion, deadline: Deadline): Promise<InteractionDecision> {
    const { sid, interactionId, kind, senderSid: sender, from, text } = question;
    const args = {
      sid,
      interactionId,
      type: kind,
      sender,
      ...this.hashed(from),
      ...this.marks(interactionId, text),
    };
    const decision = await this.run(scripts.judge, deadline, args);
    return decision.kind === 'allow' ? { kind: 'allow', ...this.openedTraces(decision) } : decision;
  }

  async rejectText(
    { from, ...rejection }: TextRejection,
    deadline: Deadline,
  ): Promise<'done' | 'unidentified'> {
    return (await this.run(scripts.rejectText, deadline, { ...rejection, ...this.hashed(from) })).kind;
  }

  async record(report: InteractionReport, deadline: Deadline): Promise<RecordOutcome> {
    const { kind, ...rest } = report;
    const rank = RANKS[report.status] ?? FINAL_RANK;
    return this.run(scripts.record, deadline, { ...rest, type: kind, rank, final: rank > LAST_OPEN_RANK });
  }

  async outOfSession(
    { interactionId, kind, from, to }: IncomingInteraction,
    deadline: Deadline,
  ): Promise<OutOfSessionDecision | 'told_enough'> {
    const args = { interactionId, type: kind, ...this.hashed(from), number: to };
    return (await this.run(scripts.outOfSession, deadline, args)).kind;
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
    { kind, from, to, interactionId, text, hasMedia: media }: RoutedInteraction,
    deadline: Deadline,
  ): Promise<RouteDecision> {
    const known = { interactionId, type: kind, ...this.hashed(from), number: to, media };
    const decision = await this.run(scripts.route, deadline, {
      ...known,
      ...this.marks(interactionId, text),
    });
    if (decision.kind !== 'joined') return decision;
    const { earlier, ...joined } = decision;
    return { ...this.opened(joined), ...this.openedTraces({ earlier }) };
  }

  /** The decision with the partner's number in the place of the sealed one. */
  private opened<Decision extends { sealed: SealedPartner }>({ sealed, ...decision }: Decision) {
    const numbers = openNumbers(sealed.text, sealed.hashes, this.settings.openingKeys);
    const partner = numbers?.[sealed.index];
    if (partner === undefined) throw new DependencyError('store', 'a sealed number does not open');
    return { ...decision, partner };
  }

  /** What the store keeps of a text: its trace is sealed for this very interaction. */
  private marks(interactionId: string, text: ScreenedText | undefined) {
    if (text === undefined) return {};
    const { rejected, trace } = text;
    return {
      rejected,
      ...(trace === '' ? {} : { trace: sealText(trace, interactionId, this.settings.dataKey) }),
    };
  }

  /** A trace whose key is gone is none. */
  private openedTraces({ earlier }: { earlier?: readonly SealedTrace[] | undefined }) {
    if (earlier === undefined) return {};
    const traces = earlier.map(({ id, sealed }) => openText(sealed, id, this.settings.openingKeys));
    return { earlier: traces.filter((trace) => trace !== undefined) };
  }

  private hashed(from: RealNumber | undefined): { hash?: string } {
    return from === undefined ? {} : { hash: numberHash(from, this.settings.lookupKey) };
  }

  private run<Answer>(script: Script<Answer>, deadline: Deadline, args: object): Promise<Answer> {
    const { callLogDays, defaultCountry, quotas, pauses } = this.settings;
    const common = {
      ...commonArguments(this.settings, this.clock),
      logMs: callLogDays * 86_400_000,
      callsPerHour: quotas.interactionsPerHour,
      ...pauseArguments(pauses),
      traceMs: TRACE_MS,
      defaultCountry,
    };
    return this.runner.run(script, { ...common, ...args }, deadline);
  }
}
