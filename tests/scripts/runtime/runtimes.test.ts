import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { inProject } from '../../../scripts/project';
import { startChildRuntime } from '../../../scripts/runtime/child';
import { startInProcessRuntime } from '../../../scripts/runtime/in-process';
import { temporaryProject } from './project';

const awkward = `a#b "c" d\\n$E =f`;
const context = {
  ACCOUNT_SID: `AC${'a'.repeat(32)}`,
  AUTH_TOKEN: 'secret',
  AWKWARD: awkward,
  DOMAIN_NAME: 'here',
};
const baseDir = temporaryProject({
  hello: `exports.handler = (context, event, callback) => {
    console.log('in the function');
    callback(null, { awkward: context.AWKWARD, domain: context.DOMAIN_NAME, name: event.name });
  };`,
  twiml: `const { twiml } = require('twilio');
  exports.handler = (context, event, callback) => callback(null, new twiml.VoiceResponse().say('hi') && new twiml.VoiceResponse());`,
  die: `exports.handler = () => process.exit(3);`,
});
beforeEach(() => void jest.spyOn(console, 'log').mockImplementation());
afterAll(() => rmSync(baseDir, { recursive: true }));

describe.each([
  ['twilio-run in a process of its own', startChildRuntime],
  ['the runtime inside this process', startInProcessRuntime],
])('%s', (_name, start) => {
  it('serves Functions with their context, TwiML and assets', async () => {
    const runtime = await start({ baseDir, context });
    try {
      const hello = await fetch(`${runtime.url}/hello?name=taro`);
      await expect(hello.json()).resolves.toEqual({ awkward, domain: 'here', name: 'taro' });
      const twiml = await fetch(`${runtime.url}/twiml`);
      expect(twiml.headers.get('Content-Type')).toMatch(/^text\/xml/);
      const page = await fetch(`${runtime.url}/index.html`);
      await expect(page.text()).resolves.toBe('<p>hello</p>');
    } finally {
      await runtime.stop();
    }
    await expect(fetch(`${runtime.url}/hello`)).rejects.toThrow();
  });
});

describe('twilio-run in a process of its own', () => {
  it('keeps what it prints and tells when it ends by itself', async () => {
    const runtime = await startChildRuntime({ baseDir, context });
    const ended = new Promise<string>((resolve) => runtime.onUnexpectedExit(resolve));
    await fetch(`${runtime.url}/hello`);
    await expect(fetch(`${runtime.url}/die`)).rejects.toThrow();
    expect(await ended).toContain('in the function');
    await runtime.stop();
  });

  it('does not tell when it is stopped', async () => {
    const runtime = await startChildRuntime({ baseDir, context });
    const told = jest.fn();
    runtime.onUnexpectedExit(told);
    await runtime.stop();
    expect(told).not.toHaveBeenCalled();
    expect(() => process.kill(runtime.pid, 0)).toThrow('ESRCH');
  });

  it('ends with whoever started it, even by SIGKILL', async () => {
    const script = `
      const { startChildRuntime } = require('./scripts/runtime/child');
      startChildRuntime(${JSON.stringify({ baseDir, context })})
        .then(({ pid, url }) => console.log(JSON.stringify({ pid, url })));`;
    const owner = spawn(process.execPath, ['--import', 'tsx', '-e', script], { cwd: inProject() });
    const [printed] = await once(owner.stdout, 'data');
    const { pid, url } = JSON.parse(String(printed)) as { pid: number; url: string };
    // Asked for anything it would end all the same, of what it prints to nobody.
    const connection = connect(Number(new URL(url).port), '127.0.0.1');
    await once(connection, 'connect');
    const ended = new Promise<boolean>((resolve) => {
      connection.on('error', () => undefined).on('close', () => resolve(true));
    });
    owner.kill('SIGKILL');
    const hasEnded = await Promise.race([ended, wait(10_000, false, { ref: false })]);
    if (!hasEnded) process.kill(pid);
    expect(hasEnded).toBe(true);
  });

  it('says what twilio-run printed when that ends at once', async () => {
    await expect(startChildRuntime({ baseDir: '/nonexistent', context })).rejects.toThrow(
      /twilio-run (ended|could not)/,
    );
  });
});
