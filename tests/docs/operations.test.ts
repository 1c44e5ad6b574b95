import { readFileSync } from 'node:fs';
import { inProject } from '../../scripts/project';
import { filesBelow } from '../../simulator/files';
import { log } from '../../src/http/log';
import { errors } from '../../src/http/messages';
import { readDocument } from './markdown';

const events = new Set(
  filesBelow(inProject('src')).flatMap((file) => {
    if (!file.endsWith('.ts')) return [];
    const calls = readFileSync(file, 'utf8').match(/\blog\(\{[^}]*?event: [^,\n]*/g) ?? [];
    return calls.flatMap((call) => call.split('event:')[1]?.match(/(?<=')\w+(?=')/g) ?? []);
  }),
);

/** The names in the first column of the table that begins with a heading. */
function namesUnder(text: string, heading: string): string[] {
  const [, table = ''] = text.split(`\n| ${heading} |`);
  const rows = (table.split('\n\n')[0] ?? '').match(/^\| `.*?(?= \|)/gm) ?? [];
  return rows.flatMap((cell) => cell.match(/(?<=`)\w+(?=`)/g) ?? []);
}

describe.each([
  ['docs/operations.md', 'field'],
  ['docs/operations.ja.md', '項目 | 内容'],
])('%s', (file, fieldHeading) => {
  const text = readDocument(file);

  it('explains every event of the log, and no other', () => {
    expect(namesUnder(text, 'event').sort()).toEqual([...events].sort());
  });

  it('names every field that the log can have', () => {
    const names = namesUnder(text, fieldHeading);
    const write = jest.spyOn(console, 'log').mockImplementation(() => undefined);
    const everything = Object.fromEntries([...names, 'phone'].map((name) => [name, 'x']));
    log({ event: 'x', requestId: 'x', ...everything });
    const [[line = ''] = []] = write.mock.calls as string[][];
    expect(Object.keys(JSON.parse(line)).sort()).toEqual([...names].sort());
    const source = readFileSync(inProject('src', 'http', 'log.ts'), 'utf8');
    const declared = source.match(/(?<=readonly )\w+(?=\??:)/g) ?? [];
    expect(names.sort()).toEqual([...new Set(declared)].sort());
  });

  it('names error codes that exist', () => {
    const [, wrong = ''] = text.split(/\n## (?:Something is wrong|異常があるとき)\n/);
    const codes = wrong.match(/(?<=\*\*`|、`|, `)[a-z]+(?:_[a-z]+)+(?=`)/g) ?? [];
    expect(codes.length).toBeGreaterThan(1);
    expect(codes.filter((code) => !(code in errors))).toEqual([]);
  });
});
