import * as v from 'valibot';
import type { Country } from '../masking/numbers';
import type { LoggedCall, Overview, Page, PoolOverview, SessionSummary } from '../masking/overview';
import type { Clock, Deadline } from '../masking/ports';
import type { UserId } from '../masking/session';
import { commonArguments } from './common-arguments';
import { library } from './lua/library';
import * as texts from './lua/overview';
import { type Script, type ScriptRunner, script } from './script-runner';
import { arrayOf, sessionId, userId } from './scripts';
import { pairHash } from './seal';
import type { StoreSettings } from './settings';

const PAGE_SIZE = 100;
/** Entries of everybody's log that one page of a user's calls is searched in. */
const MOST_READ = 500;

const country = v.custom<Country>((value) => typeof value === 'string');
const switchboard = v.picklist(['proxy', 'voice']);

export const loggedCall: v.GenericSchema<unknown, LoggedCall> = v.object({
  callId: v.string(),
  sessionId,
  userId,
  peerId: userId,
  kind: v.picklist(['voice', 'message']),
  beganBy: v.exactOptional(userId),
  status: v.exactOptional(v.string()),
  startedAtMs: v.number(),
  answeredAtMs: v.exactOptional(v.number()),
  endedAtMs: v.exactOptional(v.number()),
  durationSeconds: v.exactOptional(v.number()),
  recordingId: v.exactOptional(v.string()),
  voicemailId: v.exactOptional(v.string()),
});
const sessionSummary = v.object({
  sessionId,
  userId,
  peerId: userId,
  switchboard,
  openedAtMs: v.number(),
  expiresAtMs: v.number(),
});
const poolSummary = v.object({
  switchboard,
  country,
  numbers: v.number(),
  draining: v.number(),
  canCall: v.number(),
  canText: v.number(),
});
const cursor = v.exactOptional(v.number());

const scripts = {
  sessions: script(
    library + texts.listSessions,
    v.object({ items: arrayOf(sessionSummary), live: v.number(), cursor }),
  ),
  calls: script(library + texts.callsOf, v.object({ items: arrayOf(loggedCall), cursor })),
  pool: script(
    library + texts.poolOverview,
    v.object({ pools: arrayOf(poolSummary), scarce: arrayOf(country), liveSessions: v.number() }),
  ),
};

/** What operators look at, in Redis: every method is one script and one round trip. */
export class RedisOverview implements Overview {
  constructor(
    private readonly runner: Pick<ScriptRunner, 'run'>,
    private readonly settings: StoreSettings,
    private readonly clock: Clock = Date.now,
  ) {}

  sessions(cursor: number, deadline: Deadline): Promise<Page<SessionSummary> & { readonly live: number }> {
    return this.run(scripts.sessions, deadline, { cursor, limit: PAGE_SIZE });
  }

  calls(
    { userId: user, peerId, cursor }: { userId?: UserId; peerId?: UserId; cursor: number },
    deadline: Deadline,
  ): Promise<Page<LoggedCall>> {
    const whose =
      user !== undefined && peerId !== undefined
        ? { pair: pairHash(user, peerId, this.settings.lookupKey) }
        : user !== undefined && { userId: user };
    return this.run(scripts.calls, deadline, { ...whose, cursor, limit: PAGE_SIZE, most: MOST_READ });
  }

  pool(deadline: Deadline): Promise<PoolOverview> {
    return this.run(scripts.pool, deadline, {});
  }

  private run<Answer>(script: Script<Answer>, deadline: Deadline, args: object): Promise<Answer> {
    return this.runner.run(script, { ...commonArguments(this.settings, this.clock), ...args }, deadline);
  }
}
