import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { inProject } from '../scripts/project';

interface Import {
  readonly file: string;
  /** A package, or a path within src. */
  readonly target: string;
  readonly kind: 'value' | 'type' | 'lazy';
}

/** `import type ... from`, `import ... from`, `export ... from` and `import(...)`, as the formatter writes them. */
const IMPORT = /^(?:import|export)\s+(type\s)?(?:[^;']*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm;

/** Every source of what runs on Twilio; the assets run in a browser and have rules of their own. */
const files = readdirSync(inProject('src'), { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !file.startsWith('assets/'));
const textOf = (file: string) => readFileSync(inProject('src', file), 'utf8');
const imports = files.flatMap(importsOf);

function importsOf(file: string): Import[] {
  return [...textOf(file).matchAll(IMPORT)].map(([, type, target, lazyTarget]) => ({
    file,
    target: resolve(file, target ?? lazyTarget ?? ''),
    kind: lazyTarget ? 'lazy' : type ? 'type' : 'value',
  }));
}

function resolve(file: string, target: string): string {
  if (!target.startsWith('.')) return target;
  const path = posix.join(posix.dirname(file), target);
  return [`${path}.ts`, `${path}/index.ts`].find((candidate) => files.includes(candidate)) ?? path;
}

/** The folder, or the file right in src. */
const layerOf = (path: string) => path.split('/')[0]?.replace(/\.ts$/, '') ?? '';
const isOurs = ({ target }: Import) => files.includes(target);

/**
 * What each layer may use, and of what it may know the types only. `masking` and `safety` stand alone; `store`, `switchboard`, `events` and
 * `qstash` carry out the ports of `masking`; `wiring` is the one place that knows both sides; `config` reads settings into their types.
 */
const RULES: Readonly<Record<string, { uses: readonly string[]; knows?: readonly string[] }>> = {
  functions: { uses: ['http', 'wiring', 'masking', 'safety'] },
  http: { uses: ['config', 'masking', 'safety'], knows: ['store'] },
  wiring: { uses: ['store', 'switchboard', 'events', 'qstash'], knows: ['config', 'masking', 'safety'] },
  config: { uses: [], knows: ['masking', 'safety', 'store', 'switchboard'] },
  store: { uses: ['masking'] },
  switchboard: { uses: ['masking'] },
  events: { uses: ['masking'] },
  qstash: { uses: ['masking'] },
  masking: { uses: [] },
  safety: { uses: [] },
};
const LAYERS = Object.keys(RULES);

function isAllowed({ file, target, kind }: Import): boolean {
  const [from, to] = [layerOf(file), layerOf(target)];
  const { uses = [], knows = [] } = RULES[from] ?? {};
  return from === to || uses.includes(to) || (kind === 'type' && knows.includes(to));
}

describe('the layers of src', () => {
  it('are all there, and no other', () => {
    expect(new Set(files.map(layerOf))).toEqual(new Set(LAYERS));
    expect(imports.length).toBeGreaterThan(files.length);
  });

  it('import one way only', () => {
    const wrong = imports.filter((one) => (isOurs(one) || one.target.startsWith('..')) && !isAllowed(one));
    expect(wrong).toEqual([]);
  });

  it('import nothing that is not deployed', () => {
    const packages = imports.filter((one) => !isOurs(one) && !one.target.startsWith('node:'));
    const { dependencies } = JSON.parse(readFileSync(inProject('package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const known = [
      ...Object.keys(dependencies),
      'libphonenumber-js/core',
      'masking/phone-metadata.json',
      'safety/screening/wording/weights.json',
    ];
    expect(packages.filter(({ target }) => !known.includes(target))).toEqual([]);
  });

  it('have no cycle of files that need each other', () => {
    const needs = new Map(files.map((file) => [file, neededBy(file)]));
    const cyclic = files.filter((file) => reachable(neededBy(file), needs).has(file));
    expect(cyclic).toEqual([]);
  });
});

function neededBy(file: string): string[] {
  return imports.filter((one) => one.file === file && one.kind !== 'type').map(({ target }) => target);
}

function reachable(from: readonly string[], needs: ReadonlyMap<string, readonly string[]>): Set<string> {
  const found = new Set<string>();
  const waiting = [...from];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    waiting.push(...(needs.get(file) ?? []));
  }
  return found;
}

describe('the twilio package', () => {
  it('is loaded only when a switchboard makes a call', () => {
    const wrong = imports.filter(
      ({ file, target, kind }) =>
        target === 'twilio' && (kind === 'value' || layerOf(file) !== 'switchboard'),
    );
    expect(wrong).toEqual([]);
    expect(imports.filter(({ target, kind }) => target === 'twilio' && kind === 'lazy')).toHaveLength(1);
  });
});

describe('a Function', () => {
  const functions = files.filter((file) => layerOf(file) === 'functions');

  it.each(functions)('%s is an edge and nothing else: 5 to 25 lines', (file) => {
    const lines = textOf(file).trimEnd().split('\n').length;
    expect(lines).toBeGreaterThanOrEqual(5);
    expect(lines).toBeLessThanOrEqual(25);
  });

  it.each(functions)('%s is protected when Twilio calls it, and only then', (file) => {
    const calls = /export const handler = (\w+)\(/.exec(textOf(file))?.[1];
    expect(calls).toMatch(/^(webhook|client|health|qstash)Function$/);
    expect(file.endsWith('.protected.ts')).toBe(calls === 'webhookFunction');
  });

  it('of a switchboard lies in a folder of its own and is protected', () => {
    const ofTwilio = functions.filter((file) => /^functions\/(proxy|voice|messages)\//.test(file));
    expect(ofTwilio.length).toBeGreaterThan(0);
    expect(ofTwilio.filter((file) => !file.endsWith('.protected.ts'))).toEqual([]);
  });
});
