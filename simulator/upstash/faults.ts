import type { FaultEffect as WireFault } from '../twilio/faults';

/** What goes wrong: on the way, as with Twilio, or in Redis itself. */
export type FaultEffect = WireFault | 'readonly' | 'oom';

/** A rule: the requests it matches suffer the effect. Field names are those of the Twilio side. */
export interface FaultRule {
  /** Every given field must match; `command` is a Redis command name in any case, `path` a prefix such as `/pipeline`. */
  match?: { command?: string; path?: string };
  /** How many requests; without it, all until the rule is cleared. */
  times?: number;
  /** 0 to 1; default 1. */
  probability?: number;
  effect: FaultEffect;
  /** `delay`: how many milliseconds. */
  ms?: number;
  /** `error`: the HTTP status, default 500. */
  status?: number;
  /** `error`: the body, default `{"error":"ERR injected fault"}`. */
  body?: string;
  /** `error`: the `Retry-After` header. */
  retryAfterSeconds?: number;
}

/** The rules in force, asked once per request. */
export class Faults {
  #rules: FaultRule[] = [];

  constructor(private readonly random: () => number = Math.random) {}

  add(rule: FaultRule): void {
    this.#rules.push({ ...rule });
  }

  clear(): void {
    this.#rules = [];
  }

  list(): readonly FaultRule[] {
    return this.#rules;
  }

  /** The first rule that strikes this request, using up one of its `times`. */
  take(path: string, commands: readonly string[]): FaultRule | undefined {
    const rule = this.#rules.find(
      (one) => matches(one, path, commands) && this.random() < (one.probability ?? 1),
    );
    if (rule?.times !== undefined) {
      rule.times -= 1;
      if (rule.times <= 0) this.#rules = this.#rules.filter((one) => one !== rule);
    }
    return rule;
  }
}

function matches({ match = {} }: FaultRule, path: string, commands: readonly string[]): boolean {
  const command = match.command?.toLowerCase();
  return (
    (command === undefined || commands.includes(command)) &&
    (match.path === undefined || path.startsWith(match.path))
  );
}
