import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Webhook } from 'standardwebhooks';
import { inProject } from '../../scripts/project';

const secret = `whsec_${randomBytes(32).toString('base64')}`;
const body = JSON.stringify({ type: 'user.paused', version: 1, data: { userId: 'さくら' } });
const read = (file: string) => readFileSync(inProject('docs', file), 'utf8');

function headersAt(time: Date): Record<string, string> {
  const signature = new Webhook(secret).sign('evt_1', time, body);
  return {
    'webhook-id': 'evt_1',
    'webhook-timestamp': String(Math.floor(time.getTime() / 1_000)),
    'webhook-signature': `v1,AAAA ${signature}`,
  };
}

const snippet = (file: string, language: string) => {
  const code = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)\\n\`\`\`$`, 'm').exec(read(file))?.[1];
  if (code === undefined) throw new Error(`no ${language} in ${file}`);
  return code;
};
const node = (text: string, headers: object) =>
  [
    process.execPath,
    '--input-type=module',
    '--eval',
    `${snippet('events.md', 'js')}\nconsole.log(readEvent(${JSON.stringify(text)}, ${JSON.stringify(headers)}).data.userId)`,
  ] as const;
const ruby = (text: string, headers: object) =>
  [
    'ruby',
    '-Ku',
    '-e',
    `${snippet('events.md', 'ruby')}\nputs read_event(${JSON.stringify(text)}, JSON.parse(${JSON.stringify(JSON.stringify(headers))}))['data']['userId']`,
  ] as const;
const hasRuby = spawnSync('ruby', ['-v']).status === 0;

function run([file, ...args]: readonly [string, ...string[]]): string {
  const env = { ...process.env, EVENTS_SECRET: secret, LANG: 'C.UTF-8' };
  return execFileSync(file, args, { cwd: inProject(), env, encoding: 'utf8', stdio: 'pipe' }).trim();
}

function describeReceiver(name: string, command: typeof node | typeof ruby): void {
  describe(`the receiver in ${name}`, () => {
    it('reads what is signed, also beside another signature', () => {
      expect(run(command(body, headersAt(new Date())))).toBe('さくら');
    });

    it.each([
      ['changed', `${body} `, new Date()],
      ['old', body, new Date(Date.now() - 600_000)],
    ])('refuses what is %s', (_, text, time) => {
      expect(() => run(command(text, headersAt(time)))).toThrow();
    });
  });
}

describeReceiver('Node', node);
if (hasRuby) describeReceiver('Ruby', ruby);
else it.todo('the receiver in Ruby: there is none here');

describe.each([
  ['events.md', 'events.ja.md'],
  ['safety.md', 'safety.ja.md'],
])('%s and %s', (english, japanese) => {
  const codeOf = (file: string) => read(file).match(/^```[\s\S]*?^```$/gm);
  const codesOf = (file: string) => [...new Set(read(file).match(/`[^`\n]+`/g))].sort();

  it('show the same examples and name the same things', () => {
    expect(codeOf(japanese)).toEqual(codeOf(english));
    expect(codesOf(japanese)).toEqual(codesOf(english));
  });
});
