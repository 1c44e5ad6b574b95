import { handler as cleanup } from '../../src/functions/cleanup';
import { handler as connect } from '../../src/functions/connect';
import { handler as health } from '../../src/functions/health';
import { handler as sessions } from '../../src/functions/sessions';
import { useFunctionWorld } from './support';

const world = useFunctionWorld();

async function callAll(settings = {}) {
  const ticket = { headers: await world().ticket(), settings };
  return Promise.all([
    world().call(connect, ticket),
    world().call(cleanup, ticket),
    world().call(sessions, ticket),
    world().call(health, { settings }),
  ]);
}

describe('when Redis', () => {
  it.each([
    ['answers 500', { effect: 'error' }, 'refused: ERR'],
    [
      'answers 401',
      { effect: 'error', status: 401, body: '{"error":"WRONGPASS invalid token"}' },
      'refused: WRONGPASS',
    ],
    ['answers half a JSON', { effect: 'malformed' }, 'malformed answer'],
    ['answers with a page', { effect: 'error', status: 200, body: '<html>' }, 'malformed answer'],
    ['is read-only', { effect: 'readonly' }, 'refused: READONLY'],
    ['is full', { effect: 'oom' }, 'refused: OOM'],
    ['breaks the connection', { effect: 'reset-before' }, 'no connection'],
    ['does not answer', { effect: 'hang' }, 'timeout'],
  ] as const)('%s, every Function answers 503 store_unavailable within 5 s', async (_, fault, reason) => {
    world().simulator.upstash.faults.add(fault);
    for (const { status, headers, json, ms } of await callAll()) {
      expect({ status, code: json.code }).toEqual({ status: 503, code: 'store_unavailable' });
      expect(headers['Retry-After']).toBe('5');
      expect(json.message).toBe('エラーが発生し、現在電話ができないため、メッセージでやりとりお願い致します');
      expect(ms).toBeLessThan(5_000);
    }
    const failures = world()
      .events()
      .filter(({ event }) => event === 'dependency_failed');
    expect(failures.map((failure) => failure.reason)).toEqual([reason, reason, reason, reason]);
    expect(world().restCalls()).toBe(0);
  });

  it('is not there, every Function says so without waiting for it', async () => {
    const answers = await callAll({ UPSTASH_REDIS_REST_URL: 'http://127.0.0.1:1' });
    expect(answers.map(({ status }) => status)).toEqual([503, 503, 503, 503]);
    const failures = world()
      .events()
      .filter(({ event }) => event === 'dependency_failed');
    expect(new Set(failures.map(({ reason }) => reason))).toEqual(new Set(['no connection']));
  });

  it('loses one answer, nobody notices', async () => {
    world().simulator.upstash.faults.add({ effect: 'reset-after', times: 1 });
    const { status } = await world().call(connect, { headers: await world().ticket() });
    expect(status).toBe(200);
    expect(world().liveSessions()).toBe(1);
  });
});
