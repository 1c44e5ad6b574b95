import type { Country, ProxyNumber } from '../masking/numbers';
import type { Clock, Deadline } from '../masking/ports';
import type { Script, ScriptRunner } from './script-runner';
import * as scripts from './scripts';
import { numberHash } from './seal';
import type { StoreSettings } from './settings';

/** A number of the service as the pool keeps it. */
export interface PoolNumber {
  readonly number: ProxyNumber;
  readonly country: Country;
  readonly canCall: boolean;
  readonly canText: boolean;
}

type Settings = Pick<
  StoreSettings,
  'prefix' | 'switchboard' | 'lookupKey' | 'sessionTtlSeconds' | 'coolOffSeconds'
>;

/**
 * The pools of proxy numbers in Redis, one per switchboard and country; the allocator inside the `reserve` script takes from them. Twilio
 * Proxy takes over the webhooks of its numbers, so no number serves both switchboards.
 */
export class RedisPool {
  constructor(
    private readonly runner: Pick<ScriptRunner, 'run'>,
    private readonly settings: Settings,
    private readonly clock: Clock = Date.now,
  ) {}

  /**
   * Makes the pools of the switchboard hold exactly these numbers, or with `dryRun` only counts what would change. A number that is taken
   * out drains: it gets no new session, and its old ones live out.
   */
  save(
    numbers: readonly PoolNumber[],
    { dryRun }: { dryRun: boolean },
    deadline: Deadline,
  ): Promise<{ added: number; removed: number }> {
    const { sessionTtlSeconds, coolOffSeconds } = this.settings;
    const entries = numbers.map(({ number, country, canCall, canText }) => ({
      hash: numberHash(number, this.settings.lookupKey),
      number,
      country,
      capabilities: `${canCall ? 'v' : ''}${canText ? 's' : ''}`,
    }));
    const keepMs = (sessionTtlSeconds + coolOffSeconds) * 1000;
    return this.run(scripts.savePool, { numbers: entries, keepMs, dryRun }, deadline);
  }

  async size(country: Country, deadline: Deadline): Promise<number> {
    return (await this.run(scripts.poolSize, { country }, deadline)).size;
  }

  private run<Answer>(script: Script<Answer>, args: object, deadline: Deadline): Promise<Answer> {
    const { prefix, switchboard } = this.settings;
    return this.runner.run(
      script,
      { prefix, switchboard, nowMs: this.clock(), coolOffMs: 0, ...args },
      deadline,
    );
  }
}
