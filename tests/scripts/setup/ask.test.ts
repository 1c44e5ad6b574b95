import { PassThrough } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import type { AccountNumber, Webhooks } from '../../../scripts/setup/account-numbers';
import { interrupting, terminalQuestions } from '../../../scripts/setup/ask';

const ENTER = '\r';
const [DOWN, SPACE, CTRL_C] = ['\u001b[B', ' ', '\u0003'];

let input: PassThrough;
let output: PassThrough;
let shown = '';
beforeEach(() => {
  [input, output, shown] = [new PassThrough(), new PassThrough(), ''];
  output.on('data', (data) => (shown += String(data)));
});

/** Presses keys one after the other, each once what is asked stands there. */
async function press(...keys: string[]): Promise<void> {
  for (const key of keys) {
    for (let turns = 0; turns < 20; turns += 1) await turn();
    input.write(key);
  }
}

const number = (digits: string, canCall = true): AccountNumber => ({
  sid: `PN${digits}`,
  number: `+${digits}`,
  friendlyName: '',
  canCall,
  canText: false,
  webhooks: { voiceUrl: 'https://former.example/voice' } as Webhooks,
});

describe('what setup asks on a terminal', () => {
  it('is what the settings do not say, and shows no secret', async () => {
    const { access } = await terminalQuestions({ input, output });
    const asked = access({
      ACCOUNT_SID: 'AC1',
      UPSTASH_REDIS_REST_URL: 'https://x.upstash.io',
      MARKET_NAME: 'm',
    });
    await press('s3cret', ENTER, 'upstash-token', ENTER);
    await expect(asked).resolves.toEqual({
      ACCOUNT_SID: 'AC1',
      AUTH_TOKEN: 's3cret',
      UPSTASH_REDIS_REST_URL: 'https://x.upstash.io',
      UPSTASH_REDIS_REST_TOKEN: 'upstash-token',
      MARKET_NAME: 'm',
    });
    expect(shown).toContain('Auth token of that account');
    expect(shown).not.toMatch(/s3cret|upstash-token/);
  });

  it('is which numbers that can take calls the service shall have, with what they do now', async () => {
    const { choose } = await terminalQuestions({ input, output });
    const [first, second] = [number('815032000001'), number('815032000002')];
    const chosen = choose([first, number('815032000000', false), second], new Set([first.sid]));
    await press(DOWN, SPACE, ENTER);
    await expect(chosen).resolves.toEqual([first, second]);
    expect(shown).toContain('https://former.example/voice');
    expect(shown).not.toContain('+815032000000');
  });

  it('can be cancelled', async () => {
    const { confirm } = await terminalQuestions({ input, output });
    const asked = confirm('Do this now?');
    await Promise.all([press(CTRL_C), expect(asked).rejects.toThrow('Cancelled: nothing was changed.')]);
  });

  it('stands alone: what tells that something goes on ends before it and begins again behind it', async () => {
    const events: string[] = [];
    const asked = async () => {
      events.push('asked');
      return [];
    };
    const questions = await terminalQuestions({ input, output });
    const { choose } = interrupting(
      { ...questions, choose: asked },
      () => events.push('end'),
      () => events.push('begin'),
    );
    await choose([], new Set());
    expect(events).toEqual(['end', 'asked', 'begin']);
  });

  it('needs a number that can take calls', async () => {
    const { choose } = await terminalQuestions({ input, output });
    await expect(choose([number('815032000000', false)], new Set())).rejects.toThrow('Buy one first');
  });
});
