import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inProject } from '../../scripts/project';
import { anchorsOf, blocksOf, markdownFiles, readDocument, targetsOf } from './markdown';

const files = markdownFiles();

/** Why an internal link leads nowhere; undefined for one that leads somewhere, and for the web. */
function problemWith(target: string, file: string): string | undefined {
  if (/^[a-z]+:/.test(target)) return undefined;
  const [path = '', anchor] = target.split('#');
  const aim = path === '' ? file : join(dirname(file), path);
  if (!existsSync(inProject(aim))) return `${target}: there is no ${aim}`;
  if (anchor === undefined || anchorsOf(readDocument(aim)).includes(decodeURIComponent(anchor)))
    return undefined;
  return `${target}: ${aim} has no such heading`;
}

describe.each(files)('%s', (file) => {
  it('has links that lead somewhere', () => {
    const problems = targetsOf(readDocument(file)).map((target) => problemWith(target, file));
    expect(problems.filter((problem) => problem !== undefined)).toEqual([]);
  });
});

describe.each(files.filter((file) => file.endsWith('.ja.md')))('%s', (file) => {
  const [japanese, english] = [file, file.replace('.ja.md', '.md')].map(readDocument) as [string, string];

  it('has the sections of the English document', () => {
    const levels = (text: string) => text.replace(/^```[\s\S]*?^```$/gm, '').match(/^#+ /gm);
    expect(levels(japanese)).toEqual(levels(english));
  });

  it('shows the same examples, but for comments on commands', () => {
    const examples = (text: string) =>
      blocksOf(text).map(({ language, code }) => (language === 'sh' ? code.replace(/ +# .*$/gm, '') : code));
    expect(examples(japanese)).toEqual(examples(english));
  });
});
