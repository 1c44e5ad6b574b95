import * as v from 'valibot';
import { deadlineIn } from '../masking/deadline';
import type { Clock } from '../masking/ports';
import type { ReportId } from '../masking/reports';
import type { SessionId, SwitchboardSid, UserId } from '../masking/session';
import { commonArguments } from './common-arguments';
import { eraseUser } from './lua/erasing';
import { library } from './lua/library';
import * as maintenance from './lua/maintenance';
import * as reports from './lua/reports';
import { type Script, type ScriptRunner, script } from './script-runner';
import { arrayOf } from './scripts';
import type { StoreSettings } from './settings';

/** Every step is small; a script has more patience than a Function. */
const STEP_MS = 10_000;
const FIRST_CURSOR = '0';

const sessionId = v.custom<SessionId>((value) => typeof value === 'string');
const userId = v.custom<UserId>((value) => typeof value === 'string');
const reportId = v.custom<ReportId>((value) => typeof value === 'string');
const sid = v.custom<SwitchboardSid>((value) => typeof value === 'string');

const storedSession = v.object({
  sessionId,
  isOurs: v.boolean(),
  userIds: v.tuple([userId, userId]),
  pair: v.string(),
  hashes: v.tuple([v.string(), v.string()]),
  sealed: v.string(),
});
const finding = v.object({
  sessionId,
  kind: v.picklist(['agreed', 'in_flight', 'closing', 'overdue', 'unknown', 'ended', 'missing', 'expired']),
  sid: v.exactOptional(sid),
});
const storedReport = v.object({ reportId, sealed: v.string() });
const loggedCall = v.object({ sessionId, peerId: userId });
const ERASED_KINDS = [
  'calls',
  'routes',
  'pairs',
  'quotas',
  'blocks',
  'events',
  'violations',
  'reports',
  'lists',
] as const;
const erased = v.object(v.entriesFromList(ERASED_KINDS, v.number()));

/** A session on record with what names its users; with `isOurs` it is open here and nowhere else. */
export type StoredSession = v.InferOutput<typeof storedSession>;
/** What the comparison of one session came to; `kind` is explained in `lua/maintenance.ts`. */
export type Finding = v.InferOutput<typeof finding>;
export type LoggedCall = v.InferOutput<typeof loggedCall>;
/** How many of each kind: call log entries, routes, memories of pairs, quota counters, lists of blocked partners, delivered events, what is kept
 * of rejected texts, reports, lists of sessions. */
export type Erased = v.InferOutput<typeof erased>;

/** What several steps erased together; of every kind none where there were no steps. */
export function erasedTogether(steps: readonly Erased[]): Erased {
  const sumOf = (kind: keyof Erased) => steps.reduce((sum, step) => sum + step[kind], 0);
  return v.parse(erased, Object.fromEntries(ERASED_KINDS.map((kind) => [kind, sumOf(kind)])));
}

/** What was seen of a session at the switchboard; `absent` when a whole listing did not have it. */
export interface Seen {
  readonly sessionId: SessionId;
  readonly sid?: SwitchboardSid;
  readonly seen: 'live' | 'closed' | 'absent';
}

export interface Resealing {
  readonly sessionId: SessionId;
  readonly from: string;
  readonly to: string;
}

/** What a user wrote in a report. */
export type StoredReport = v.InferOutput<typeof storedReport>;

export interface ReportResealing {
  readonly reportId: ReportId;
  readonly from: string;
  readonly to: string;
}

/** By what a user is recognised in the store. */
export interface Identity {
  readonly userId: UserId;
  /** Lookup hashes of the user's numbers. */
  readonly hashes: readonly string[];
  /** Hashes of the pairs that the user is one of. */
  readonly pairs: readonly string[];
  readonly sessionIds: readonly SessionId[];
}

const scripts = {
  scanSessions: pages(maintenance.scanSessions, arrayOf(storedSession)),
  scanCalls: pages(maintenance.scanCalls, arrayOf(loggedCall)),
  compare: script(library + maintenance.compare, v.object({ findings: arrayOf(finding) })),
  scanReports: pages(reports.scanReports, arrayOf(storedReport)),
  resealReports: script(library + reports.resealReports, v.object({ changed: v.number() })),
  reseal: script(library + maintenance.reseal, v.object({ changed: v.number() })),
  eraseUser: script(library + eraseUser, v.object({ cursor: v.string(), erased })),
};

function pages<Found>(text: string, found: v.GenericSchema<unknown, Found>) {
  return script(library + text, v.object({ cursor: v.string(), found }));
}

/**
 * Redis for operators' commands: walks over everything, and repairs that are safe beside live traffic. The Functions do not load it.
 * All methods reject with a `DependencyError` when Redis cannot answer.
 */
export class RedisMaintenance {
  constructor(
    private readonly runner: ScriptRunner,
    private readonly settings: StoreSettings,
    private readonly clock: Clock = Date.now,
  ) {}

  now(): number {
    return this.clock();
  }

  /** All sessions on record, some hundred at a time; one may come twice. */
  sessions(): AsyncGenerator<readonly StoredSession[]> {
    return this.walk(scripts.scanSessions, {});
  }

  /** The user's entries of the call log, a few at a time. */
  callsOf(userId: UserId): AsyncGenerator<readonly LoggedCall[]> {
    return this.walk(scripts.scanCalls, { userId });
  }

  /**
   * Holds what was seen at the switchboard against the record of this moment; with `apply` also puts down as closing what must end.
   * @param startedMs when looking at the switchboard began
   */
  async compare(
    items: readonly Seen[],
    options: { startedMs: number; apply: boolean },
  ): Promise<readonly Finding[]> {
    return (await this.run(scripts.compare, { items, ...options })).findings;
  }

  /** Replaces the sealed numbers of sessions, each only where it still is what was read; answers in how many sessions. */
  async reseal(changes: readonly Resealing[]): Promise<number> {
    return (await this.run(scripts.reseal, { changes })).changed;
  }

  /** What users wrote in reports, some hundred at a time; one may come twice. */
  reportTexts(): AsyncGenerator<readonly StoredReport[]> {
    return this.walk(scripts.scanReports, {});
  }

  /** Like `reseal`, for what users wrote in reports. */
  async resealReports(changes: readonly ReportResealing[]): Promise<number> {
    return (await this.run(scripts.resealReports, { changes })).changed;
  }

  /** Walks over everything that names the user and is not needed to close a session; yields what each step found, or erased. */
  async *eraseUser(identity: Identity, options: { apply: boolean }): AsyncGenerator<Erased> {
    let cursor = FIRST_CURSOR;
    do {
      const step = await this.run(scripts.eraseUser, { cursor, ...identity, ...options });
      cursor = step.cursor;
      yield step.erased;
    } while (cursor !== FIRST_CURSOR);
  }

  private async *walk<Found>(
    script: Script<{ cursor: string; found: Found }>,
    args: object,
  ): AsyncGenerator<Found> {
    let cursor = FIRST_CURSOR;
    do {
      const step = await this.run(script, { cursor, ...args });
      cursor = step.cursor;
      yield step.found;
    } while (cursor !== FIRST_CURSOR);
  }

  private run<Answer>(script: Script<Answer>, args: object): Promise<Answer> {
    const common = commonArguments(this.settings, this.clock);
    return this.runner.run(script, { ...common, ...args }, deadlineIn(STEP_MS));
  }
}
