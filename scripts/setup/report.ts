import pc from 'picocolors';
import type { NewKeys } from './keys';
import type { Plan } from './plan';

/** What a run of setup did, or with `--dry-run` would do. */
export interface SetupResult {
  /** Everything was as it should be: nothing had to be done. */
  readonly isUnchanged: boolean;
  readonly steps: readonly string[];
  /** A sentence for each thing that could not be done. */
  readonly problems: readonly string[];
  readonly notes: readonly string[];
  /** Shown this once: the settings hold only its hash. */
  readonly apiKey?: string;
}

/** The result of a plan that was carried out, or of one that was only shown. */
export function resultOf(plan: Plan, { api }: NewKeys, problems: readonly string[] = []): SetupResult {
  const steps = plan.steps.map(({ text }) => text);
  if (api !== undefined) steps.push('make an API key for the backend, and write its hash to API_KEYS');
  return { isUnchanged: steps.length === 0, steps, problems, notes: plan.notes };
}

/** What is going to be done, for people. */
export function planText({ isUnchanged, steps, notes }: SetupResult): string {
  if (isUnchanged) return ['Nothing to change.', ...notes].join('\n');
  const lines = steps.map((text, index) => `${String(index + 1).padStart(3)}. ${text}`);
  return [pc.bold('This is going to be done:'), ...lines].join('\n');
}

/** How it ended, for people; empty where there is nothing more to say. */
export function endText({ apiKey, problems, notes }: SetupResult): string {
  const lines = problems.map((problem) => pc.red(problem));
  if (apiKey !== undefined) {
    lines.push(`${pc.bold('API key')}  ${apiKey}`, 'Give it to your backend now: it is not shown again.');
  }
  lines.push(...notes);
  if (problems.length > 0) lines.push('The rest is done. Run setup again when this is put right.');
  return lines.length === 0 ? '' : ['', ...lines].join('\n');
}
