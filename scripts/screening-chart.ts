import { falseRate, precision, type Row, recall, type Split } from '../tests/safety/measure';

/** The splits of the corpus, and the development texts once more by weights that do not know their writer. */
export type Measured = Split | 'cross-validation';

/** The figures of one split of the corpus. */
export interface SplitReport {
  readonly split: Measured;
  readonly all: Row;
  readonly kinds: readonly Row[];
  readonly groups: readonly Row[];
}

const about: Readonly<Record<Measured, string>> = {
  'first-sight': 'Written after the last rule and read by nobody who writes rules: what new users will meet.',
  'held-out': 'Written before the first rule, and only ever measured.',
  development: 'The texts that the rules are tuned on, and that the weights are learned from.',
  'cross-validation': 'The same, each writer judged by weights that were learned from the others.',
};

/** Per cent of the disclosures that are found: the goal, and what is clearly below it. */
const goal = 97;
const low = 90;

const style = `
  :root { color-scheme: light dark; }
  body { font: 15px/1.6 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem; }
  table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
  th { text-align: left; font-weight: 500; }
  tbody th { overflow-wrap: anywhere; }
  th[colspan] { font-weight: 700; padding-top: .8rem; }
  td, th { padding: .1rem .4rem; }
  td, thead th { text-align: right; }
  td { white-space: nowrap; }
  meter { width: 16rem; max-width: 32vw; vertical-align: middle; }
  @media (max-width: 40rem) { .bar { display: none; } table { font-size: .8125rem; } }`;

/** A page of bars and figures that needs no script and loads nothing. */
export function chartPage(reports: readonly SplitReport[]): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Screening report</title>
<style>${style}</style></head><body><main><h1>Screening report</h1>
<p>How many disclosures are found in labelled texts, and how much of what is found is one. A bar is green from ${goal} %, the goal, and red below
${low} %.</p>${reports.map(section).join('')}</main></body></html>
`;
}

/** With one decimal. @param share from 0 to 1 */
export function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

function section({ split, all, kinds, groups }: SplitReport): string {
  const head =
    '<thead><tr><td></td><td class="bar"></td><th>found</th><th>precision</th><th>wrongly found</th></tr></thead>';
  const part = (title: string, rows: readonly Row[]) =>
    `<tbody><tr><th colspan="5" scope="rowgroup">${title}</th></tr>${rows.map(line).join('')}</tbody>`;
  const parts = [
    `<tbody>${line(all)}</tbody>`,
    part('per kind of finding', kinds),
    part('per author style', groups),
  ];
  return `<h2>${split}</h2><p>${about[split]}</p><table>${head}${parts.join('')}</table>`;
}

function line(row: Row): string {
  const share = recall(row);
  const bar = `<meter aria-hidden="true" min="0" max="100" low="${low}" high="${goal}" optimum="100" value="${100 * share}"></meter>`;
  const figures = [share, precision(row), falseRate(row)].map((figure) => `<td>${percent(figure)}</td>`);
  return `<tr><th scope="row">${escaped(row.name)}</th><td class="bar">${bar}</td>${figures.join('')}</tr>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
