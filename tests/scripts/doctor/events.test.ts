import { eventChecks, eventVerdict } from '../../../scripts/doctor/checks/events';
import { configWith } from '../../http/environment';

const NOW = 1_800_000_000_000;
const status = { kept: 9, waiting: 0, subjects: 0, delivered: 7, lost: 0 };

describe('the check of the events', () => {
  it('is made only where there is a receiver', () => {
    const secret = `whsec_${'A'.repeat(32)}`;
    const on = configWith({ EVENTS_URL: 'https://market.example/events', EVENTS_SECRET: secret });
    expect(eventChecks(configWith())).toEqual([]);
    expect(eventChecks(on).map(({ name }) => name)).toEqual(['events']);
  });

  it('is content when events get out, also while some wait a little', () => {
    const waiting = { ...status, waiting: 2, oldestWaitingAtMs: NOW - 60_000 };
    expect(eventVerdict(waiting, NOW)).toEqual({ state: 'ok', found: '7 delivered, 2 waiting, 0 lost' });
  });

  it('warns when the oldest waits long, and when some were lost', () => {
    const old = { ...status, waiting: 2, oldestWaitingAtMs: NOW - 25 * 60_000 };
    expect(eventVerdict(old, NOW)).toMatchObject({
      state: 'warning',
      found: expect.stringMatching(/waits for 25 minutes$/),
      advice: expect.stringContaining('scheduler'),
    });
    expect(eventVerdict({ ...status, lost: 3 }, NOW)).toMatchObject({ state: 'warning' });
  });
});
