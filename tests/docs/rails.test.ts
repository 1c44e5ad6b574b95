import { spawn, spawnSync } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { transformSync } from 'esbuild';
import { type System, startSystem } from '../integration/harness';
import { exampleIn, readDocument } from './markdown';

const guide = readDocument('docs/rails.md');
const program = (buyer: string, seller: string) => `
${exampleIn(guide, 'ruby', 'module Tokumei')}
User = Struct.new(:id, :phone)
begin
  puts JSON.generate(Tokumei.connect(User.new(1, '${buyer}'), User.new(2, '${seller}')))
rescue Tokumei::Refused => e
  puts JSON.generate(refused: e.message)
end
`;

/** Runs the guide's module against an address and answers what it printed. */
async function connect(url: string, apiKey: string, seller = '080-8765-4321'): Promise<unknown> {
  const env = { ...process.env, TOKUMEI_URL: url, TOKUMEI_API_KEY: apiKey };
  const ruby = spawn('ruby', { env, stdio: ['pipe', 'pipe', 'inherit'] });
  ruby.stdin.end(program('090-1234-5678', seller));
  return JSON.parse(await text(ruby.stdout));
}

if (spawnSync('ruby', ['-v']).status === 0) {
  describe('the module for Rails', () => {
    let system: System;
    beforeAll(async () => {
      system = await startSystem();
    });
    afterAll(() => system.stop());

    it('answers the number to dial', async () => {
      const data = await connect(system.functionsUrl, system.keys.apiKey);
      expect(data).toMatchObject({ tel: expect.stringMatching(/^\+81\d{10}$/) });
      expect(system.simulator.numbers).toContain((data as { tel: string }).tel);
    });

    it('raises with the sentence for the user', async () => {
      const data = await connect(system.functionsUrl, system.keys.apiKey, '0120-444-444');
      expect(data).toEqual({ refused: 'フリーダイヤルなどの着信課金番号はご利用いただけません。' });
    });

    it('raises with the old sentence when nobody answers', async () => {
      const data = await connect('http://127.0.0.1:1', system.keys.apiKey);
      expect(data).toEqual({
        refused: 'エラーが発生し、現在電話ができないため、メッセージでやりとりお願い致します',
      });
    });
  });
} else {
  it.todo('the module for Rails: ruby is not installed here');
}

it('the page for Next.js is one that a compiler takes', () => {
  const page = exampleIn(readDocument('docs/embedding.md'), 'jsx', 'DealPage');
  expect(() => transformSync(page, { loader: 'jsx' })).not.toThrow();
});
