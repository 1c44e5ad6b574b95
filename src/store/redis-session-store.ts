import type {
  Clock,
  ClosingDecision,
  Confirmation,
  ConfirmDecision,
  Deadline,
  RenumberDecision,
  ReserveDecision,
  ReserveRequest,
  SessionStore,
} from '../masking/ports';
import type { LiveSession, Participant, Pin, SessionId, UserId } from '../masking/session';
import { commonArguments } from './common-arguments';
import { randomPins } from './random-pins';
import type { Script, ScriptRunner } from './script-runner';
import * as scripts from './scripts';
import { numberHash, pairHash, sealNumbers } from './seal';
import type { StoreSettings } from './settings';

/** Sessions in Redis: every method is one script and one round trip. */
export class RedisSessionStore implements SessionStore {
  constructor(
    private readonly runner: Pick<ScriptRunner, 'run'>,
    private readonly settings: StoreSettings,
    private readonly clock: Clock = Date.now,
    private readonly pins: () => readonly Pin[] = randomPins,
  ) {}

  reserve({ pair, sessionId }: ReserveRequest, deadline: Deadline): Promise<ReserveDecision> {
    const { caller, callee } = pair;
    const { sessionTtlSeconds, reservationSeconds, maxSessionsPerUser, lookupKey, dataKey } = this.settings;
    const pairKey = pairHash(caller.userId, callee.userId, lookupKey);
    const hashes = [numberHash(caller.number, lookupKey), numberHash(callee.number, lookupKey)] as const;
    return this.run(scripts.reserve, deadline, {
      sessionId,
      pair: pairKey,
      caller: sideOf(caller, hashes[0]),
      callee: sideOf(callee, hashes[1]),
      sealed: sealNumbers([caller.number, callee.number], hashes, dataKey),
      ttlMs: sessionTtlSeconds * 1000,
      reserveMs: reservationSeconds * 1000,
      maxSessions: maxSessionsPerUser,
      quotas: this.quotas(caller.userId, pairKey),
      pins: this.pins(),
    });
  }

  renumber(sessionId: SessionId, deadline: Deadline): Promise<RenumberDecision> {
    return this.run(scripts.renumber, deadline, { sessionId });
  }

  confirm(confirmation: Confirmation, deadline: Deadline): Promise<ConfirmDecision> {
    return this.run(scripts.confirm, deadline, { ...confirmation, pins: this.pins() });
  }

  async release(sessionId: SessionId, closed: readonly SessionId[], deadline: Deadline): Promise<void> {
    await this.run(scripts.release, deadline, { sessionId, closed });
  }

  async abandon(sessionId: SessionId, closed: readonly SessionId[], deadline: Deadline): Promise<void> {
    await this.run(scripts.abandon, deadline, { sessionId, closed });
  }

  async confirmExtension(sessionId: SessionId, expiresAtMs: number, deadline: Deadline): Promise<void> {
    await this.run(scripts.confirmExtension, deadline, { sessionId, expiresAtMs });
  }

  beginClosingAll(userId: UserId, deadline: Deadline): Promise<ClosingDecision> {
    return this.run(scripts.beginClosingAll, deadline, { userId });
  }

  async finishClosing(sessionIds: readonly SessionId[], deadline: Deadline): Promise<void> {
    await this.run(scripts.finishClosing, deadline, { sessionIds });
  }

  async liveSessions(userId: UserId, deadline: Deadline): Promise<readonly LiveSession[]> {
    return (await this.run(scripts.liveSessions, deadline, { userId })).sessions;
  }

  private run<Answer>(script: Script<Answer>, deadline: Deadline, args: object): Promise<Answer> {
    const { switchboard, defaultCountry } = this.settings;
    const common = { ...commonArguments(this.settings, this.clock), switchboard, defaultCountry };
    return this.runner.run(script, { ...common, ...args }, deadline);
  }

  /** Each lies on the shelf of what else is kept of its owner. */
  private quotas(userId: UserId, pairKey: string) {
    const { user, pair, serviceDaily } = this.settings.quotas;
    return [
      { shelf: 'm', owner: userId, ...user, kind: 'quota_exceeded' },
      { shelf: 't', owner: pairKey, ...pair, kind: 'quota_exceeded' },
      { shelf: 'g', owner: '', perHour: serviceDaily, perDay: serviceDaily, kind: 'ceiling_reached' },
    ];
  }
}

function sideOf({ userId, country }: Participant, hash: string) {
  return { userId, hash, country };
}
