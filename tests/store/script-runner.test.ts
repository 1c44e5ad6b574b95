import { setTimeout } from 'node:timers/promises';
import { inspect } from 'node:util';
import * as v from 'valibot';
import type { Upstash } from '../../simulator/upstash';
import { deadlineIn } from '../../src/masking/deadline';
import { DependencyError } from '../../src/masking/errors';
import { ScriptRunner, script } from '../../src/store/script-runner';
import { startEngine } from '../support/store';

const echo = script('return ARGV[1]', v.object({ word: v.string() }));
const count = script(
  `return cjson.encode({ count = redis.call('INCR', 'count:' .. cjson.decode(ARGV[1]).name) })`,
  v.object({ count: v.number() }),
);
const SECRET = '+819012345678';

let upstash: Upstash;
let runner: ScriptRunner;
/** Where time is not what is tested, a busy machine may take longer than Redis ever may. */
let patient: ScriptRunner;
beforeAll(async () => {
  upstash = await startEngine('embedded');
  runner = new ScriptRunner({ url: upstash.url, token: upstash.token });
  patient = new ScriptRunner({ url: upstash.url, token: upstash.token, roundTripMs: 10_000 });
  await patient.run(echo, { word: 'warm' }, deadlineIn(10_000));
});
beforeEach(() => {
  upstash.faults.clear();
  upstash.requests.clear();
});
afterAll(() => upstash.close());

async function failureOf(action: Promise<unknown>): Promise<{ error: DependencyError; ms: number }> {
  const start = performance.now();
  const error = await action.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof DependencyError))
    throw new Error(`expected a DependencyError, got ${inspect(error)}`);
  return { error, ms: performance.now() - start };
}
const run = (budgetMs = 10_000) => runner.run(echo, { word: SECRET }, deadlineIn(budgetMs));

describe('a script', () => {
  it('runs in one request, by its hash', async () => {
    expect(await patient.run(echo, { word: '電話' }, deadlineIn(10_000))).toEqual({ word: '電話' });
    expect(upstash.requests.entries().map(({ commands }) => commands)).toEqual([['evalsha']]);
  });

  it('is sent with the token and without what the client would add: telemetry, encoding, synchronization', async () => {
    const sent = jest.spyOn(globalThis, 'fetch');
    await patient.run(echo, { word: 'plain' }, deadlineIn(10_000));
    const [, init] = sent.mock.lastCall ?? [];
    sent.mockRestore();
    const names = [...new Headers(init?.headers).keys()].sort();
    expect(names).toEqual(['authorization', 'content-type']);
  });

  it('is sent whole when Redis does not know it yet', async () => {
    const fresh = script(`return '{"word":"new"}'`, echo.answer);
    expect(await patient.run(fresh, {}, deadlineIn(10_000))).toEqual({ word: 'new' });
    expect(upstash.requests.entries().map(({ commands }) => commands)).toEqual([['evalsha'], ['eval']]);
  });

  it('is sent again after Redis has forgotten all scripts', async () => {
    const headers = { authorization: `Bearer ${upstash.token}` };
    await fetch(upstash.url, { method: 'POST', headers, body: '["script","flush"]' });
    expect(await patient.run(echo, { word: SECRET }, deadlineIn(10_000))).toEqual({ word: SECRET });
    expect(await patient.run(echo, { word: SECRET }, deadlineIn(10_000))).toEqual({ word: SECRET });
    expect(
      upstash.requests
        .entries()
        .slice(1)
        .map(({ commands }) => commands),
    ).toEqual([['evalsha'], ['eval'], ['evalsha']]);
  });

  it('does not have its answer decoded twice', async () => {
    for (const word of ['true', '15551234567', 'null', '{"a":1}'])
      expect(await patient.run(echo, { word }, deadlineIn(10_000))).toEqual({ word });
  });
});

describe('a lost answer', () => {
  // A request that nobody waits for any more may still arrive, and must not be counted among those of later tests.
  afterAll(() => setTimeout(100));

  it('is asked for once more, since every script may be applied twice', async () => {
    await patient.run(count, { name: 'twice' }, deadlineIn(10_000));
    upstash.faults.add({ effect: 'reset-after', times: 1 });
    expect(await patient.run(count, { name: 'twice' }, deadlineIn(10_000))).toEqual({ count: 3 });
  });

  it('is given up after the second attempt', async () => {
    upstash.faults.add({ effect: 'reset-before' });
    const { error } = await failureOf(run());
    expect(error).toMatchObject({ dependency: 'store', reason: 'no connection' });
    expect(upstash.requests.requestCount).toBe(2);
  });

  it('is waited for longer where the settings say so', async () => {
    upstash.faults.add({ effect: 'delay', ms: 1_700 });
    expect(await patient.run(echo, { word: 'late' }, deadlineIn(10_000))).toEqual({ word: 'late' });
    expect(upstash.requests.requestCount).toBe(1);
  });

  it('is waited for twice, no longer than 1.5 s each time', async () => {
    upstash.faults.add({ effect: 'hang' });
    const { error, ms } = await failureOf(run());
    expect(error.reason).toBe('timeout');
    expect(ms).toBeGreaterThan(2_900);
    expect(ms).toBeLessThan(4_400);
  });

  it('is waited for no longer than the deadline', async () => {
    upstash.faults.add({ effect: 'hang' });
    const { error, ms } = await failureOf(run(400));
    expect(error.reason).toBe('timeout');
    expect(ms).toBeLessThan(1_400);
  });

  it('is not waited for when no time is left', async () => {
    upstash.faults.add({ effect: 'hang' });
    const { ms } = await failureOf(run(0));
    expect(ms).toBeLessThan(1_400);
  });
});

describe('an answer that is no good', () => {
  it.each([
    ['an error of the service', { effect: 'error', status: 500 }, 'refused: ERR'],
    [
      'too many requests',
      { effect: 'error', status: 429, body: '{"error":"ERR max requests"}' },
      'refused: ERR',
    ],
    [
      'a wrong token',
      { effect: 'error', status: 401, body: '{"error":"WRONGPASS no"}' },
      'refused: WRONGPASS',
    ],
    [
      'an error in small letters',
      { effect: 'error', status: 400, body: '{"error":"nope"}' },
      'refused: error',
    ],
    ['a read-only database', { effect: 'readonly' }, 'refused: READONLY'],
    ['a full database', { effect: 'oom' }, 'refused: OOM'],
    ['half a JSON', { effect: 'malformed' }, 'malformed answer'],
    ['a page', { effect: 'error', status: 200, body: '<html></html>' }, 'malformed answer'],
    ['a number', { effect: 'error', status: 200, body: '{"result":1}' }, 'malformed answer'],
  ] as const)('%s is a DependencyError, at once and without a second attempt', async (_, fault, reason) => {
    upstash.faults.add(fault);
    const { error } = await failureOf(run());
    expect(error).toMatchObject({ dependency: 'store', reason });
    expect(upstash.requests.entries().filter(({ status }) => status > 0)).toHaveLength(1);
  });

  it.each([
    ['is not JSON', `return 'x'`],
    ['has another shape', `return '{"word":1}'`],
    ['is a list', `return {'a'}`],
    ['is nothing', 'return nil'],
    ['is an error of the script', `return redis.error_reply('ERR ' .. ARGV[1])`],
    ['is an error in the script', 'return undefined_function(ARGV[1])'],
    ['is a wrong command', `return redis.call('HGETALL', ARGV[1], ARGV[1])`],
  ])('of a script that %s is a DependencyError without its arguments', async (_, text) => {
    const broken = script(text, echo.answer);
    const { error } = await failureOf(runner.run(broken, { word: SECRET }, deadlineIn(10_000)));
    expect(inspect(error, { showHidden: true, depth: 10 })).not.toContain(SECRET.slice(1));
    expect(error.reason).toMatch(/^(malformed answer|refused: ERR)$/);
    expect(error.cause).toBeUndefined();
  });

  it('does not bring the token or the arguments out, whatever went wrong', async () => {
    for (const effect of ['error', 'malformed', 'reset-before', 'readonly'] as const) {
      upstash.faults.clear();
      upstash.faults.add({ effect });
      const text = inspect((await failureOf(run())).error, { showHidden: true, depth: 10 });
      expect(text).not.toContain(SECRET.slice(1));
      expect(text).not.toContain(upstash.token);
    }
  });
});
