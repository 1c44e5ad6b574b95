import type { Clock, Deadline } from '../masking/ports';
import type { UserId } from '../masking/session';
import type { Violation, ViolationCounts, ViolationStore } from '../masking/violations';
import { commonArguments } from './common-arguments';
import type { ScriptRunner } from './script-runner';
import * as scripts from './scripts';
import { pauseArguments, type StoreSettings } from './settings';

/** Rejected texts and pauses in Redis: every method is one script and one round trip. */
export class RedisViolationStore implements ViolationStore {
  constructor(
    private readonly runner: Pick<ScriptRunner, 'run'>,
    private readonly settings: StoreSettings,
    private readonly clock: Clock = Date.now,
  ) {}

  countViolations(userId: UserId, items: readonly Violation[], deadline: Deadline) {
    return this.runner.run(scripts.countViolations, { ...this.common(), userId, items }, deadline);
  }

  violationsOf(userId: UserId, deadline: Deadline): Promise<ViolationCounts> {
    return this.runner.run(scripts.violationsOf, { ...this.common(), userId }, deadline);
  }

  private common() {
    const { callLogDays, pauses } = this.settings;
    return {
      ...commonArguments(this.settings, this.clock),
      logMs: callLogDays * 86_400_000,
      ...pauseArguments(pauses),
    };
  }
}
