import { inWords, type Subject, type Trio, trio } from './faults-requests';
import type { FaultSystem } from './faults-system';
import type { Failure } from './faults-table';

/** One request of the matrix, and those who are in it alone. */
export interface Case extends Subject {
  readonly name: string;
  readonly people: Trio;
}

export function casesOf(subjects: Readonly<Record<string, Subject>>): Case[] {
  return Object.entries(subjects).map(([name, subject], index) => ({
    ...subject,
    name,
    people: trio(index),
  }));
}

/** What a request is answered while the failure lasts. */
export function expectedOf({ answers }: Subject, { effect }: Failure): string {
  if (effect === 'none') return answers.fine;
  if (effect === 'no store') return answers.noStore;
  return answers.noProxy?.(effect.refusal) ?? answers.fine;
}

/** An answer by the name of its case. */
export type Answers = Readonly<Record<string, string>>;

export function answersOf(cases: readonly Case[], answer: (one: Case) => string): Answers {
  return Object.fromEntries(cases.map((one) => [one.name, answer(one)]));
}

/** What a busy machine may add to an answer. How long a Function itself waits is held to the millisecond by tests/functions/patience.test.ts. */
const BUSY_MS = 4_000;

/** All cases, ready for their failure. */
export class Matrix {
  readonly #known = new Map<string, Record<string, string>>();

  constructor(
    private readonly system: FaultSystem,
    private readonly cases: readonly Case[],
  ) {}

  async prepare(): Promise<void> {
    for (const { name, people, prepare } of this.cases)
      this.#known.set(name, await prepare(this.system, people));
  }

  /** Sends every request once, all at the same time; answers that came too late are among `late`. */
  async send(cases = this.cases): Promise<{ answers: Answers; late: string[] }> {
    const sent = cases.map(async ({ name, people, withinMs, send }) => {
      const start = performance.now();
      const reply = await send(this.system, people, this.#known.get(name) ?? {});
      const ms = Math.round(performance.now() - start);
      return { name, answer: inWords(reply), late: ms > withinMs + BUSY_MS ? [`${name}: ${ms} ms`] : [] };
    });
    const all = await Promise.all(sent);
    return {
      answers: Object.fromEntries(all.map(({ name, answer }) => [name, answer])),
      late: all.flatMap(({ late }) => late),
    };
  }
}
