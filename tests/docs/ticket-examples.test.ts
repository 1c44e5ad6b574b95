import { execFileSync, spawnSync } from 'node:child_process';
import { createCipheriv, randomBytes } from 'node:crypto';
import { inProject } from '../../scripts/project';
import { openTicket } from '../../src/http/ticket';
import { exampleIn, readDocument } from './markdown';

const readme = readDocument('README.md');
const secret = randomBytes(32);
const TICKET_KEYS = `t1:${secret.toString('base64url')},t0:${randomBytes(32).toString('base64url')}`;
const pair = {
  sub: 'buyer-1',
  phone_number: '090-1234-5678',
  peer: { sub: 'seller-1', phone_number: '080-8765-4321' },
};
const open = (ticket: string) => {
  const policy = {
    keys: [{ id: 't1', key: new Uint8Array(secret) }],
    audience: 'tokumei',
    maxAgeSeconds: 3600,
  };
  return openTicket(ticket, policy);
};

/** A test of a program in a language that not every machine has; a visible to-do without it. */
function itIn(interpreter: string, name: string, program: () => string): void {
  if (spawnSync(interpreter, ['-v']).status === 0) it(name, () => expectTicketOf(interpreter, [], program()));
  else it.todo(`${name}: ${interpreter} is not installed here`);
}

async function expectTicketOf(interpreter: string, args: readonly string[], input: string): Promise<void> {
  const env = { ...process.env, TICKET_KEYS };
  const printed = execFileSync(interpreter, args, { input, env, cwd: inProject(), encoding: 'utf8' });
  await expect(open(printed.trim())).resolves.toEqual(pair);
}

describe('a ticket', () => {
  it('made by hand of the five parts that the README names is opened', async () => {
    const encode = (bytes: string | Buffer) => Buffer.from(bytes).toString('base64url');
    const now = Math.floor(Date.now() / 1_000);
    const header = encode(JSON.stringify({ alg: 'dir', enc: 'A256GCM', kid: 't1' }));
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', secret, iv).setAAD(Buffer.from(header));
    const claims = JSON.stringify({ aud: 'tokumei', ...pair, iat: now, exp: now + 600 });
    const text = Buffer.concat([cipher.update(claims), cipher.final()]);
    const ticket = [header, '', encode(iv), encode(text), encode(cipher.getAuthTag())].join('.');
    await expect(open(ticket)).resolves.toEqual(pair);
  });

  itIn('ruby', 'made by the Ruby of the README is opened', () =>
    exampleIn(readme, 'ruby', 'OpenSSL::Cipher'),
  );

  itIn('php', 'made by the PHP of the README is opened', () => exampleIn(readme, 'php', 'openssl_encrypt'));

  itIn('ruby', 'made by the class for Rails is opened', () =>
    [
      exampleIn(readDocument('docs/rails.md'), 'ruby', 'class CallTicket'),
      'User = Struct.new(:id, :phone)',
      `puts CallTicket.new.seal(User.new('${pair.sub}', '${pair.phone_number}'),`,
      `  User.new('${pair.peer.sub}', '${pair.peer.phone_number}'))`,
    ].join('\n'),
  );

  it('made by the module for Next.js is opened', () => {
    const [user, peer] = [pair, pair.peer].map(({ sub: id, phone_number: phone }) =>
      JSON.stringify({ id, phone }),
    );
    const source = exampleIn(readDocument('docs/embedding.md'), 'js', 'callTicket');
    const program = `${source}\nconsole.log(await callTicket(${user}, ${peer}))`;
    return expectTicketOf(process.execPath, ['--input-type=module'], program);
  });

  it('made by the Node of the README is opened', () =>
    expectTicketOf(process.execPath, ['--input-type=module'], exampleIn(readme, 'js', 'EncryptJWT')));
});
