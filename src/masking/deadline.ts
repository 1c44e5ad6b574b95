import type { Clock, Deadline } from './ports';

/** A deadline `budgetMs` milliseconds from now. */
export function deadlineIn(budgetMs: number, clock: Clock = Date.now): Deadline {
  const end = clock() + budgetMs;
  return { remainingMs: () => Math.max(0, end - clock()) };
}
