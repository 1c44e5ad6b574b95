import type { Country, ProxyNumber } from '../masking/numbers';
import type { Clock, Deadline } from '../masking/ports';
import type { ScriptRunner } from './script-runner';
import * as scripts from './scripts';

/** The pool of proxy numbers in Redis, one per country; the allocator inside the `reserve` script takes from it. */
export class RedisPool {
  constructor(
    private readonly runner: Pick<ScriptRunner, 'run'>,
    private readonly prefix: string,
    private readonly clock: Clock = Date.now,
  ) {}

  /**
   * Makes the pools of the given countries hold exactly these numbers, or with `dryRun` only counts what would change. A number
   * that is taken out gets no new session; its old ones live out.
   */
  save(
    countries: Readonly<Record<Country, readonly ProxyNumber[]>>,
    options: { dryRun: boolean },
    deadline: Deadline,
  ): Promise<{ added: number; removed: number }> {
    return this.runner.run(scripts.savePool, { ...this.common(), countries, ...options }, deadline);
  }

  async size(country: Country, deadline: Deadline): Promise<number> {
    return (await this.runner.run(scripts.poolSize, { ...this.common(), country }, deadline)).size;
  }

  private common() {
    return { prefix: this.prefix, nowMs: this.clock(), coolOffMs: 0 };
  }
}
