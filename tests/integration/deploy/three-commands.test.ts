import { talk } from '../../../scripts/demo/phones';
import { buyer, seller } from '../../../scripts/local/users';
import { deployCommand, type Rehearsal, startRehearsal } from './rehearsal';

jest.setTimeout(180_000);

/** What a newcomer has: an account with numbers, and a database. */
const known = [
  'ACCOUNT_SID',
  'AUTH_TOKEN',
  'UPSTASH_REDIS_REST_URL',
  'UPSTASH_REDIS_REST_TOKEN',
  'TWILIO_API_BASE_URL',
];

let rehearsal: Rehearsal;
beforeAll(async () => {
  rehearsal = await startRehearsal({ numbers: 0, plainNumbers: 2 });
  const { clone, settings } = rehearsal;
  clone.settings = Object.fromEntries(Object.entries(settings).filter(([name]) => known.includes(name)));
});
afterAll(() => rehearsal.stop());

/** Runs a command that must succeed, and returns what it printed. */
async function run(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await rehearsal.clone.npm(args);
  expect({ args, code, stderr: code === 0 ? '' : stdout + stderr }).toEqual({ args, code: 0, stderr: '' });
  return stdout;
}

/** The number that the backend gets for the two users. */
async function connect(functionsUrl: string, apiKey: string): Promise<string> {
  const answer = await fetch(`${functionsUrl}/connect`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${apiKey}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ userId: buyer.id, from: buyer.phone, peerId: seller.id, to: seller.phone }),
  });
  const body = (await answer.json()) as { data: { tel: string } };
  expect(body).toEqual({ status: 'success', data: expect.anything() });
  return body.data.tel;
}

it('leads from an account to a ringing phone in three commands, which can be repeated', async () => {
  const { telephony, twilio, plainNumbers } = rehearsal.simulator;
  const setUp = await run('setup', '--', '--yes', '--numbers', 'all');
  const apiKey = /^API key +(\S+)$/m.exec(setUp)?.[1] ?? '';
  const deployed = await run('deploy');
  expect(await run('doctor')).toContain('Nothing failed.');
  const url = /^Live at (\S+)$/m.exec(deployed)?.[1] ?? '';
  expect(deployed).toContain(`interceptCallbackUrl of the Proxy service: ${url}/proxy/intercept`);
  expect(deployed).toMatch(/signed webhook +│ ok/);

  const tel = await connect(twilio.origins.get(url) ?? '', apiKey);
  expect(plainNumbers).toContain(tel);
  const shown = await talk(telephony.handset(buyer.phone), telephony.handset(seller.phone), tel);
  expect(plainNumbers).toContain(shown);
  const webhooks = twilio.log.entries({ kind: 'webhook', target: '/proxy/intercept' });
  expect(webhooks.map(({ target, status }) => [target, status])).toEqual([[`${url}/proxy/intercept`, 200]]);

  expect(await run(...deployCommand)).toContain('No Function and no variable differs');
  expect(await run('setup', '--', '--yes', '--numbers', 'all')).toMatch(/nothing/i);
});
