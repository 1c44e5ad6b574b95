import { readdirSync, readFileSync } from 'node:fs';
import { scripts as commands } from '../package.json';
import { inProject } from '../scripts/project';
import { variableNames } from '../src/config';
import { errors } from '../src/http/messages';
import { blocksOf } from './docs/markdown';
import { requiredVariables } from './http/environment';
import { startSystem } from './integration/harness';

const read = (file: string) => readFileSync(inProject(file), 'utf8');
const english = read('README.md');
const japanese = read('README.ja.md');
const contributing = read('CONTRIBUTING.md');
const documents = {
  'README.md': english,
  'README.ja.md': japanese,
  'CONTRIBUTING.md': contributing,
  'CHANGELOG.md': read('CHANGELOG.md'),
};
const readmes = [
  ['README.md', english],
  ['README.ja.md', japanese],
] as const;

function captures(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(([, capture]) => capture ?? []);
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}

const commandsIn = (text: string) => unique(captures(text, /npm (?:run )?(?!ci\b|run\b|install\b)([\w-]+)/g));
const variablesIn = (text: string) => unique(captures(text, /`([A-Z]+(?:_[A-Z]+)+)`/g));

it.each(readmes)('the tests of %s are what CI runs, on both versions of Node', (_, text) => {
  const lines = read('.ci/run').trimEnd().split('\n');
  expect(lines.at(-1)).toBe('npm ci && npm test');
  expect(text).toContain('```sh\nnpm ci && npm test\n```');
  expect(read('.github/workflows/ci.yml')).toMatch(/node: \[20, 22\].*\n\s+- run: \.ci\/run\n/s);
});

describe('the commands', () => {
  it.each(Object.entries(documents))('that %s names exist', (_, text) => {
    expect(commandsIn(text).filter((name) => !(name in commands))).toEqual([]);
  });

  it('are all described, for users or for contributors', () => {
    const described = [...commandsIn(english), ...commandsIn(contributing)];
    expect(Object.keys(commands).filter((name) => !described.includes(name))).toEqual([]);
  });
});

describe('both languages', () => {
  it('name the same commands', () => expect(commandsIn(japanese)).toEqual(commandsIn(english)));
  it('name the same variables', () => expect(variablesIn(japanese)).toEqual(variablesIn(english)));
});

describe.each(readmes)('%s', (_, text) => {
  it('names variables that the code reads, and each that it needs', () => {
    expect(variablesIn(text).filter((name) => !variableNames.includes(name))).toEqual([]);
    expect(variablesIn(text)).toEqual(expect.arrayContaining(Object.keys(requiredVariables())));
  });

  it('lists every error code with its HTTP status', () => {
    const rows = [...text.matchAll(/^\| `(\w+)` \| (\d{3}) \|/gm)].map(([, code, status]) => [
      code,
      Number(status),
    ]);
    expect(rows).toEqual(Object.entries(errors).map(([code, { status }]) => [code, status]));
  });

  it('lists every Function that clients call', () => {
    const files = readdirSync(inProject('src', 'functions')).filter((name) => name.endsWith('.ts'));
    const listed = captures(text, /^\| `(?:GET|POST) \/(\w+)` \|/gm);
    expect(unique(listed)).toEqual(files.map((name) => name.replace('.ts', '')).sort());
  });
});

describe('the examples', () => {
  const blocks = blocksOf(english);

  it('of requests, sent one after the other, get the answers that are shown', async () => {
    const system = await startSystem();
    const values = { URL: system.functionsUrl, API_KEY: system.keys.apiKey, TICKET: system.buyer.ticket };
    const shown: unknown[] = [];
    const answered: unknown[] = [];
    for (const [index, { code }] of blocks.entries()) {
      if (!/^curl [^\n]*"\$URL/.test(code)) continue;
      const answer = await send(code, values);
      const next = blocks[index + 1];
      if (next?.language !== 'json') continue;
      shown.push(lasting(JSON.parse(next.code)));
      answered.push(lasting(answer));
    }
    await system.stop();
    expect(answered).toEqual(shown);
    expect(shown).toHaveLength(7);
  });
});

/** Sends what a curl command of the kind shown in the README would send. */
async function send(curl: string, values: Readonly<Record<string, string>>): Promise<unknown> {
  const command = curl.replace(/\$(\w+)/g, (_, name: string) => values[name] ?? '');
  const [url = ''] = captures(command, /"(http[^"]+)"/g);
  const headers = [...command.matchAll(/-H "([\w-]+): ([^"]+)"/g)].map(
    ([, name = '', value = '']): [string, string] => [name, value],
  );
  const [body] = captures(command, /-d '([^']+)'/g);
  const method = command.includes('-X POST') ? 'POST' : 'GET';
  const answer = await fetch(url, { method, headers, ...(body === undefined ? {} : { body }) });
  return answer.json();
}

/** The answer without the digits that differ from run to run. */
function lasting(answer: unknown): unknown {
  const differing = ['tel', 'pin', 'expiresAt'];
  return JSON.parse(JSON.stringify(answer), (name, value) => {
    if (name === 'redisMs') return typeof value;
    return differing.includes(name) ? String(value).replace(/\d/g, '0') : value;
  });
}
