import Table from 'cli-table3';

/** A table for people: no colour, so that it reads the same in a file. Numbers stand at the right. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const isNumber = (column: number) => rows.every((row) => /^[\d.,]*$/.test(String(row[column])));
  const colAligns = head.map((_, column) => (isNumber(column) ? ('right' as const) : ('left' as const)));
  const made = new Table({ head: [...head], colAligns, style: { head: [], border: [], compact: true } });
  made.push(...rows.map((row) => row.map(String)));
  return made.toString();
}
