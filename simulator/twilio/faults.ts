/** What a fault does to a request; milliseconds are real ones, whatever the clock's speed. */
export type FaultEffect =
  /** Answers `ms` later. */
  | 'delay'
  /** Answers `status` (500 by default) with Twilio's error `code`, or with `body`; nothing happens. */
  | 'error'
  /** Breaks the connection; nothing happens. */
  | 'reset-before'
  /** Does what was asked, then breaks the connection: the answer is lost. */
  | 'reset-after'
  /** Never answers; nothing happens. */
  | 'hang'
  /** Does what was asked, then answers 200 with `body`, or with something that is not JSON. */
  | 'malformed';

/** Which requests a rule is for; an absent condition holds for every request. */
export interface FaultMatch {
  host?: string | undefined;
  method?: string | undefined;
  /** A regular expression (or its source) searched for in the path. */
  path?: RegExp | string | undefined;
}

export interface FaultRule {
  match: FaultMatch;
  effect: FaultEffect;
  /** After so many requests the rule is gone; unlimited where absent. */
  times?: number | undefined;
  /** From 0 to 1, the share of the requests that it strikes; 1 where absent. */
  probability?: number | undefined;
  ms?: number | undefined;
  status?: number | undefined;
  code?: number | undefined;
  retryAfterSeconds?: number | undefined;
  body?: string | undefined;
}

/** What a rule is held against. */
export interface Faulty {
  host: string;
  method: string;
  path: string;
}

/** A rule under its number, with how often it struck. */
export type ActiveFault = FaultRule & { readonly id: number; strikes: number };

/** The faults that requests suffer on purpose, in the order they were added; the first that fits strikes. */
export class Faults {
  readonly #random: () => number;
  #rules: ActiveFault[] = [];
  #lastId = 0;

  /** @param options.random decides on `probability`; from 0 up to 1. */
  constructor(options: { random?: () => number } = {}) {
    this.#random = options.random ?? Math.random;
  }

  add(rule: FaultRule): ActiveFault {
    const active = { ...rule, id: ++this.#lastId, strikes: 0 };
    this.#rules.push(active);
    return active;
  }

  list(): readonly ActiveFault[] {
    return this.#rules;
  }

  clear(): void {
    this.#rules = [];
  }

  /** The fault that this request suffers, which counts as a strike. */
  strike(request: Faulty): FaultRule | undefined {
    const rule = this.#rules.find(
      ({ match, probability = 1 }) => fits(match, request) && this.#random() < probability,
    );
    if (!rule) return undefined;
    rule.strikes += 1;
    if (rule.strikes === rule.times) this.#rules = this.#rules.filter((other) => other !== rule);
    return rule;
  }
}

function fits({ host, method, path }: FaultMatch, request: Faulty): boolean {
  if (host && host !== request.host) return false;
  if (method && method.toUpperCase() !== request.method.toUpperCase()) return false;
  return path === undefined || new RegExp(path).test(request.path);
}
