import { writeFileSync } from 'node:fs';
import Table from 'cli-table3';
import pc from 'picocolors';
import {
  falseRate,
  type Judge,
  loadCorpus,
  measureAll,
  measureGroups,
  measureKinds,
  missesOf,
  precision,
  type Row,
  recall,
  remembering,
  type Sample,
} from '../tests/safety/measure';
import { command, runScript } from './command';
import { crossValidated } from './screening/cross-validation';
import { chartPage, percent, type SplitReport } from './screening-chart';
import { measureSpeed, type Speed } from './screening-speed';

function reportOf(split: SplitReport['split'], samples: readonly Sample[], judge: Judge): SplitReport {
  return {
    split,
    all: measureAll('all', samples, judge),
    kinds: measureKinds(samples, judge),
    groups: measureGroups(samples, judge),
  };
}

function cells(row: Row): string[] {
  const total = row.found + row.missed;
  return [
    row.name,
    `${row.found} / ${total}`,
    percent(recall(row)),
    percent(precision(row)),
    `${row.wrong} / ${row.wrong + row.right}`,
    percent(falseRate(row)),
  ];
}

/** More lines than this nobody reads. */
const mostGroups = 20;

function printReport({ split, all, kinds, groups }: SplitReport): void {
  const head = ['', 'found', 'recall', 'precision', 'wrongly', 'share'];
  const table = new Table({
    head: [split, ...head.slice(1)],
    colAligns: ['left', 'right', 'right', 'right', 'right', 'right'],
    style: { head: [], border: [], compact: true },
  });
  table.push(cells(all), [{ colSpan: 6, content: pc.dim('per kind of finding') }], ...kinds.map(cells));
  const shown = groups.toSorted((a, b) => recall(a) - recall(b)).slice(0, mostGroups);
  const heading = `per author style, ${shown.length < groups.length ? `the ${mostGroups} of ${groups.length} with ` : ''}least found first`;
  table.push([{ colSpan: 6, content: pc.dim(heading) }], ...shown.map(cells));
  process.stdout.write(`${table.toString()}\n`);
}

function printSpeed({ firstMs, medianMs, p99Ms, longestMs }: Speed): void {
  const warm = `200 characters: median ${medianMs} ms, p99 ${p99Ms} ms; the longest text: ${longestMs} ms`;
  process.stdout.write(`${warm}; the first text of a process: ${firstMs} ms\n`);
}

interface Flags {
  readonly json?: true;
  readonly html?: string;
  readonly misses?: string;
}

function report(flags: Flags): void {
  const splits = (['first-sight', 'held-out', 'development'] as const).map((split) => ({
    split,
    samples: loadCorpus(split),
  }));
  const speed = measureSpeed(splits.flatMap(({ samples }) => samples.map(({ text }) => text)));
  const development = loadCorpus('development');
  const judge = remembering();
  const reports = [
    ...splits.map(({ split, samples }) => reportOf(split, samples, judge)),
    reportOf('cross-validation', development, crossValidated(development)),
  ];
  if (flags.json) process.stdout.write(`${JSON.stringify({ reports, speed })}\n`);
  else {
    for (const report of reports) printReport(report);
    printSpeed(speed);
  }
  if (flags.html !== undefined) writeFileSync(flags.html, chartPage(reports));
  if (flags.misses === undefined) return;
  const misses = splits
    .filter(({ split }) => split !== 'first-sight')
    .flatMap(({ samples }) => missesOf(samples, judge));
  writeFileSync(flags.misses, misses.map((miss) => `${JSON.stringify(miss)}\n`).join(''));
}

const program = command(
  'screening-report',
  'Precision, recall and speed of the screening on the labelled texts in tests/safety/corpus; in cross-validation, each writer is judged by weights that were learned from the others.',
)
  .option('--html <file>', 'write a page with a chart')
  .option(
    '--misses <file>',
    'write the texts that are judged wrongly, one JSON object per line; not those of first sight',
  )
  .option('--json', 'print one line of JSON');

runScript(program, async (flags: Flags) => report(flags));
