import { spawnSync } from 'node:child_process';
import { base64url, jwtDecrypt } from 'jose';
import { generateKeys } from '../../../scripts/keys';
import { inProject } from '../../../scripts/project';

const { ticketKey } = generateKeys();
const people = [
  '--user',
  'buyer-1',
  '--phone',
  '090-1234-5678',
  '--peer',
  'seller-1',
  '--peer-phone',
  '+819011112222',
];

describe('npm run ticket', () => {
  it('seals a ticket that opens with the key of its id and says who may call whom until when', async () => {
    const { stdout } = ticket(...people, '--minutes', '5', '--key', ticketKey);
    const key = base64url.decode(ticketKey.slice('t1:'.length));
    const { payload, protectedHeader } = await jwtDecrypt(stdout.trim(), key, { audience: 'tokumei' });
    expect(protectedHeader).toEqual({ alg: 'dir', enc: 'A256GCM', kid: 't1' });
    expect(payload).toEqual({
      aud: 'tokumei',
      sub: 'buyer-1',
      phone_number: '090-1234-5678',
      peer: { sub: 'seller-1', phone_number: '+819011112222' },
      iat: expect.any(Number),
      exp: (payload.iat ?? 0) + 300,
    });
    expect(Math.abs(Date.now() / 1000 - (payload.iat ?? 0))).toBeLessThan(10);
  });

  it('shows nobody the numbers', () => {
    const { stdout } = ticket(...people, '--key', ticketKey);
    const readable = stdout.split('.').map((part) => Buffer.from(part, 'base64url').toString('latin1'));
    expect(readable.join()).not.toMatch(/1234|9011112222|buyer/);
  });

  it('prints one line of JSON on request', () => {
    const { stdout } = ticket(...people, '--key', ticketKey, '--json');
    expect(JSON.parse(stdout)).toEqual({
      ticket: expect.stringMatching(/^ey/),
      expiresAt: expect.any(String),
    });
  });

  it.each([
    [['--user', 'x'], 'required option'],
    [[...people, '--key', ticketKey, '--minutes', 'soon'], '--minutes takes a number above 0'],
    [[...people, '--key', 't1:short'], 'A ticket key is id:key'],
  ])('refuses %j', (args, message) => {
    const { status, stderr } = ticket(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });
});

function ticket(...args: string[]) {
  const script = inProject('scripts', 'ticket.ts');
  return spawnSync(process.execPath, ['--import', 'tsx', script, ...args], {
    encoding: 'utf8',
    cwd: inProject(),
  });
}
