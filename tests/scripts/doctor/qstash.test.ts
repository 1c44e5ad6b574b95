import { examine } from '../../../scripts/doctor/check';
import { qstashChecks } from '../../../scripts/doctor/checks/qstash';
import { qstashContext } from '../../../scripts/local/context';
import type { Simulator } from '../../../simulator';
import { configWith } from '../../http/environment';
import { startTestSimulator } from '../../support/world';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startTestSimulator();
});
afterAll(() => simulator.stop());

async function check(changes: Record<string, string> = {}) {
  const [found] = qstashChecks(configWith({ ...qstashContext(simulator), ...changes }));
  if (found === undefined) throw new Error('nothing is checked');
  return examine(found);
}

describe('the check of QStash', () => {
  it('is made only where calls are warned of their end', () => {
    expect(qstashChecks(configWith())).toEqual([]);
  });

  it('is content when QStash takes the token and signs with the known keys', async () => {
    expect(await check()).toMatchObject({ name: 'QStash', state: 'ok' });
  });

  it('says what to copy when the token is refused, or QStash is somewhere else', async () => {
    expect(await check({ QSTASH_TOKEN: 'other' })).toMatchObject({
      state: 'failed',
      advice: expect.stringContaining('QSTASH_TOKEN'),
    });
    for (const QSTASH_URL of ['http://127.0.0.1:9', `${simulator.url}/nowhere`])
      expect(await check({ QSTASH_URL })).toMatchObject({
        state: 'failed',
        advice: expect.stringContaining('QSTASH_URL'),
      });
  });

  it('notices keys that were rolled, once and twice', async () => {
    const { current, next } = simulator.qstash.signingKeys;
    const rolled = { QSTASH_CURRENT_SIGNING_KEY: 'sig_old', QSTASH_NEXT_SIGNING_KEY: current };
    expect(await check(rolled)).toMatchObject({ state: 'warning' });
    const old = { QSTASH_CURRENT_SIGNING_KEY: 'sig_old', QSTASH_NEXT_SIGNING_KEY: next };
    const found = await check(old);
    expect(found).toMatchObject({ state: 'failed', advice: expect.stringContaining('SIGNING_KEY') });
    expect(JSON.stringify(found)).not.toContain(current);
  });
});
