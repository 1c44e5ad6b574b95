import type { LogEntry } from '../../../simulator/twilio/model';
import { startUpstash, type Upstash } from '../../../simulator/upstash';

describe('the REST front', () => {
  const log: LogEntry[] = [];
  let upstash: Upstash;

  beforeAll(async () => {
    upstash = await startUpstash({ engine: 'embedded', token: 'secret', log: (entry) => log.push(entry) });
  });
  afterAll(() => upstash.close());
  beforeEach(() => {
    upstash.requests.clear();
    log.length = 0;
  });

  async function ask(
    path: string,
    init: { body?: unknown; headers?: Record<string, string>; method?: string } = {},
  ) {
    const { body, headers, method = body === undefined ? 'GET' : 'POST' } = init;
    const answer = await fetch(upstash.url + path, {
      method,
      headers: { authorization: 'Bearer secret', ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: text === '' ? '' : JSON.parse(text), headers: answer.headers };
  }

  it('listens on the loopback address only', () => {
    expect(upstash.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it.each([
    ['a wrong token', { authorization: 'Bearer wrong' }],
    ['an empty token', { authorization: '' }],
  ])('answers 401 for %s', async (_, headers) => {
    const { status, body } = await ask('/', { body: ['PING'], headers });
    expect([status, body]).toEqual([401, { error: 'WRONGPASS invalid or missing auth token' }]);
  });

  it('takes the token as a query parameter, which is not an argument of the command', async () => {
    const answer = await fetch(`${upstash.url}/ping/hello?_token=secret`);
    expect(await answer.json()).toEqual({ result: 'hello' });
    expect((await fetch(`${upstash.url}/ping/hello?_token=wrong`)).status).toBe(401);
  });

  it('takes a command from the path, with the body and the query as further arguments', async () => {
    expect((await ask('/set/path%2Fkey/v%20w?PX=60000')).body).toEqual({ result: 'OK' });
    expect((await ask('/get/path%2Fkey')).body).toEqual({ result: 'v w' });
    expect((await ask('/set/posted', { body: 'text as body' })).body).toEqual({ result: 'OK' });
    expect((await ask('/get/posted')).body).toEqual({ result: 'text as body' });
    expect((await ask('/pttl/path%2Fkey')).body.result).toBeGreaterThan(50_000);
  });

  it('encodes every string but OK as base64 when asked', async () => {
    const headers = { 'upstash-encoding': 'base64' };
    const commands = [
      ['SET', 'ok', 'OK'],
      ['GET', 'ok'],
      ['PING'],
      ['GET', 'none'],
      ['HSET', 'h', 'f', '電'],
      ['HGETALL', 'h'],
    ];
    const { body } = await ask('/pipeline', { body: commands, headers });
    const base64 = (text: string) => Buffer.from(text).toString('base64');
    expect(body).toEqual(
      ['OK', base64('OK'), base64('PONG'), null, 1, [base64('f'), base64('電')]].map((result) => ({
        result,
      })),
    );
  });

  it('turns numbers, booleans and objects into arguments and refuses null', async () => {
    await ask('/', { body: ['HSET', 'h2', 'number', 1, 'boolean', true, 'object', { a: [1] }] });
    const { body } = await ask('/', { body: ['HVALS', 'h2'] });
    expect(body).toEqual({ result: ['1', 'true', '{"a":[1]}'] });
    expect(await ask('/', { body: ['SET', 'x', null] })).toMatchObject({
      status: 400,
      body: { error: 'ERR null args are not supported' },
    });
  });

  it('answers an error of Redis with 400 on one command and with 200 in a pipeline', async () => {
    const error = expect.stringMatching(/^ERR wrong number of arguments/);
    expect(await ask('/', { body: ['GET'] })).toMatchObject({ status: 400, body: { error } });
    expect(await ask('/pipeline', { body: [['GET']] })).toMatchObject({ status: 200, body: [{ error }] });
  });

  it.each([
    ['/', 'no JSON', 'ERR failed to parse command'],
    ['/', {}, 'ERR failed to parse command'],
    ['/', [], 'ERR failed to parse command'],
    ['/pipeline', [], 'ERR failed to parse pipeline request'],
    ['/multi-exec', ['GET', 'a'], 'ERR failed to parse command'],
    ['/pipeline', '', 'ERR failed to parse command'],
  ])('answers 400 for %s with %j', async (path, body, error) => {
    expect(await ask(path, { body })).toMatchObject({ status: 400, body: { error } });
  });

  it.each(['BLPOP', 'subscribe', 'MULTI', 'WATCH', 'SELECT'])(
    'refuses %s, also in a transaction',
    async (name) => {
      const error = expect.stringContaining(`Command is not available: '${name}'`);
      expect(await ask('/', { body: [name, 'a', '0'] })).toMatchObject({ status: 400, body: { error } });
      const { status, body } = await ask('/multi-exec', {
        body: [
          ['SET', 'unset', '1'],
          [name, 'a', '0'],
        ],
      });
      expect([status, body]).toEqual([400, { error }]);
      expect((await ask('/exists/unset')).body).toEqual({ result: 0 });
    },
  );

  it('refuses a method that is none of the interface, and a request over 10 MB', async () => {
    expect((await ask('/', { method: 'DELETE' })).status).toBe(405);
    const { status, body } = await ask('/', { body: ['SET', 'big', 'x'.repeat(10 * 1024 * 1024)] });
    expect([status, body.error]).toEqual([413, expect.stringMatching(/^ERR max request size exceeded/)]);
  });

  it('hands the sync token back', async () => {
    const { headers } = await ask('/ping', { headers: { 'upstash-sync-token': 'token-7' } });
    expect(headers.get('upstash-sync-token')).toBe('token-7');
  });

  it('records one round trip per request, with its commands, and never a key or a value', async () => {
    await ask('/', { body: ['SET', '+815011112222', 'v'] });
    await ask('/pipeline', {
      body: [
        ['get', 'a'],
        ['INCR', 'b'],
      ],
    });
    await ask('/', { body: ['GET', 'a'], headers: { authorization: 'Bearer wrong' } });
    expect(upstash.requests.entries()).toEqual([
      { path: '/', commands: ['set'], status: 200, ms: expect.any(Number) },
      { path: '/pipeline', commands: ['get', 'incr'], status: 200, ms: expect.any(Number) },
      { path: '/', commands: [], status: 401, error: 'WRONGPASS', ms: expect.any(Number) },
    ]);
    expect([upstash.requests.requestCount, upstash.requests.commandCount]).toEqual([3, 3]);
    expect(log.map(({ kind, target, status }) => [kind, target, status])).toContainEqual([
      'redis',
      '/pipeline get incr',
      200,
    ]);
    expect(JSON.stringify([log, upstash.requests.entries()])).not.toContain('815011112222');
  });

  it('logs which error Redis answered, and nothing of its words', async () => {
    await ask('/', { body: ['EVALSHA', '0'.repeat(40), '0'] });
    await ask('/', { body: ['PING'] });
    expect(log.map(({ note }) => note)).toEqual(['NOSCRIPT', undefined]);
  });

  it('logs a command in the path without its arguments', async () => {
    await ask('/set/%2B815011112222/v');
    expect(JSON.stringify([log, upstash.requests.entries()])).not.toContain('815011112222');
  });

  it('waits for the injected latency once per request', async () => {
    upstash.setLatency(300);
    await ask('/pipeline', { body: [['PING'], ['PING'], ['PING']] });
    upstash.setLatency(0);
    await ask('/ping');
    const [slow, fast] = upstash.requests.entries();
    expect(slow?.ms).toBeGreaterThanOrEqual(299);
    expect(slow?.ms).toBeLessThan(900);
    expect(fast?.ms).toBeLessThan(299);
  });
});

describe('opening', () => {
  it('says when the port is taken, and leaves no engine behind', async () => {
    const first = await startUpstash({ engine: 'embedded' });
    const port = Number(new URL(first.url).port);
    await expect(startUpstash({ engine: 'auto', port })).rejects.toThrow(/EADDRINUSE/);
    await first.close();
  });

  it('says when the Redis of a URL cannot be reached', async () => {
    await expect(startUpstash({ engine: 'redis://127.0.0.1:1' })).rejects.toThrow(/ECONNREFUSED/);
  });
});
