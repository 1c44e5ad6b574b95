import pc from 'picocolors';
import { table } from '../table';
import type { Finding, State } from './check';

const MARKS: Readonly<Record<State, string>> = {
  ok: 'ok',
  warning: 'look',
  failed: 'FAILED',
  skipped: 'skipped',
};

/** All findings in a table, and below it what to do. */
export function findingsText(findings: readonly Finding[]): string {
  const rows = findings.map(({ name, state, found }) => [name, MARKS[state], found]);
  const advice = findings.flatMap(({ name, state, advice: text }) =>
    text === undefined ? [] : [(state === 'failed' ? pc.red : pc.yellow)(`${name}: `) + text],
  );
  const failures = findings.filter(({ state }) => state === 'failed').length;
  const verdict = failures === 0 ? 'Nothing failed.' : `${failures} failed.`;
  return [table(['check', 'verdict', 'found'], rows), ...advice, verdict].join('\n');
}
