import { scripts } from '../../package.json';
import { variableNames } from '../../src/config';
import { markdownFiles, readDocument } from './markdown';

/** What a marketplace calls its own settings for us, and what other programs and tests read. */
const OTHERS = [/^TOKUMEI_/, /^ACTION_DIAL$/, /^HTTP_PROXY$/, /^NODE_/, /^MODEL_/];

const all = (text: string, pattern: RegExp) => [...new Set(text.match(pattern) ?? [])];

describe.each(markdownFiles().filter((file) => file !== 'CHANGELOG.md'))('%s', (file) => {
  const text = readDocument(file);

  it('names commands that exist', () => {
    const commands = all(text, /(?<=npm run )(?!-)[\w-]+/g);
    expect(commands.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('names variables that the code reads', () => {
    const variables = all(text, /(?<=`)[A-Z]+(?:_[A-Z]+)+(?==?[^`]*`)/g);
    const unknown = variables.filter((name) => !variableNames.includes(name));
    expect(unknown.filter((name) => !OTHERS.some((other) => other.test(name)))).toEqual([]);
  });
});
