import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { base64url, jwtDecrypt } from 'jose';
import { inProject } from '../../scripts/project';
import { Account } from './account';
import { runCommand } from './run-command';

/** Each command is a process of its own, on a machine that may be busy. */
jest.setTimeout(120_000);

interface Ready {
  functionsUrl: string;
  phonesUrl: string;
  simulator: { url: string; upstashUrl: string; plainNumbers: string[] };
  apiKey: string;
  ticketKey: string;
  users: { id: string; phone: string; ticket: string }[];
}

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** As npm runs it, with a shell in between replaced. */
async function start(...args: string[]): Promise<{ child: ChildProcess; ready: Ready }> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', inProject('scripts', 'start.ts'), '--json', ...args],
    {
      cwd: inProject(),
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  children.push(child);
  const { value } = await createInterface(child.stdout)[Symbol.asyncIterator]().next();
  return { child, ready: JSON.parse(String(value)) };
}

const exitOf = (child: ChildProcess) => new Promise((resolve) => child.once('exit', resolve));

async function addressesAlive({ functionsUrl, simulator }: Ready): Promise<string[]> {
  const urls = [functionsUrl, simulator.url, simulator.upstashUrl];
  const alive = await Promise.all(
    urls.map((url) =>
      fetch(url).then(
        () => [url],
        () => [],
      ),
    ),
  );
  return alive.flat();
}

describe('npm start', () => {
  it('says in one line where everything is, and all of it works', async () => {
    const { child, ready } = await start();
    expect(Object.keys(ready)).toEqual([
      'functionsUrl',
      'phonesUrl',
      'simulator',
      'apiKey',
      'ticketKey',
      'users',
    ]);
    const [buyer, seller] = ready.users;
    const connect = (bearer: string, body?: object) =>
      fetch(`${ready.functionsUrl}/connect`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${bearer}`, ...(body && { 'Content-Type': 'application/json' }) },
        ...(body && { body: JSON.stringify(body) }),
      }).then((answer) => answer.json());
    const tel = { data: { tel: expect.stringMatching(/^\+8150/) } };
    await expect(connect(buyer?.ticket ?? '')).resolves.toMatchObject(tel);
    const pair = { userId: 'a', from: '09012341234', peerId: 'b', to: '08043214321' };
    await expect(connect(ready.apiKey, pair)).resolves.toMatchObject(tel);
    const key = base64url.decode(ready.ticketKey.split(':')[1] ?? '');
    const { payload } = await jwtDecrypt(seller?.ticket ?? '', key);
    expect(payload).toMatchObject({ sub: seller?.id, peer: { sub: buyer?.id } });
    expect((await fetch(ready.phonesUrl)).status).toBe(200);
    child.kill('SIGINT');
    await expect(exitOf(child)).resolves.toBe(0);
    await expect(addressesAlive(ready)).resolves.toEqual([]);
  });

  it('runs the voice switchboard on numbers of its own, with the settings that are tried', async () => {
    const { child, ready } = await start('--switchboard', 'voice', '--set', 'SESSION_TTL_SECONDS=60');
    const [buyer] = ready.users;
    const headers = { Authorization: `Bearer ${buyer?.ticket}` };
    const answer = await fetch(`${ready.functionsUrl}/connect`, { method: 'POST', headers });
    const { data } = (await answer.json()) as { data: { tel: string; expiresAt: string } };
    expect(ready.simulator.plainNumbers).toContain(data.tel);
    expect(Date.parse(data.expiresAt)).toBeLessThanOrEqual(Date.now() + 60_000);
    child.kill('SIGINT');
    await expect(exitOf(child)).resolves.toBe(0);
  });

  it('takes the ports that it is given, and says when one is taken', async () => {
    const { child, ready } = await start();
    const ports = [new URL(ready.functionsUrl).port, new URL(ready.simulator.url).port];
    await expect(start('--port', ports[0] ?? '')).rejects.toThrow();
    child.kill('SIGTERM');
    await exitOf(child);
    const again = await start('--port', ports[0] ?? '', '--simulator-port', ports[1] ?? '');
    expect(again.ready.functionsUrl).toBe(ready.functionsUrl);
    expect(again.ready.simulator.url).toBe(ready.simulator.url);
  });

  it('runs against the Twilio and the database of the settings, where Twilio then calls it', async () => {
    const account = await Account.open();
    await account.run('setup', '--yes', '--numbers', 'all');
    const { ready } = await start('--live', '--env', account.env);
    const { functionsUrl } = ready;
    const pointed = await account.run('setup', '--yes', '--domain', functionsUrl);
    const examined = await account.run('doctor', '--live', '--json');
    await account.close();
    expect(pointed.stdout).toContain(`done point the service's three callbacks to ${functionsUrl}/proxy/...`);
    expect(JSON.parse(examined.stdout)).toMatchObject({ isWell: true });
  });

  it.each([
    [['--live', '--sms'], "option '--live' cannot be used with option '--sms'"],
    [['--live', '--switchboard', 'voice'], "option '--live' cannot be used with option '--switchboard"],
    [['--public-url', 'https://tunnel.example.com'], '--public-url needs --live.'],
    [['--set', 'VOICEMAIL=60'], 'It must be a variable of .env.example'],
  ])('refuses %j, which would change nothing', async (args, message) => {
    const { status, stderr } = await runCommand('start', args);
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining(message) });
  });

  it('leaves nothing behind when it is killed', async () => {
    const { child, ready } = await start();
    child.kill('SIGKILL');
    await exitOf(child);
    const deadline = Date.now() + 30_000;
    while ((await addressesAlive(ready)).length > 0 && Date.now() < deadline)
      await new Promise((r) => setTimeout(r, 50));
    await expect(addressesAlive(ready)).resolves.toEqual([]);
  });
});
