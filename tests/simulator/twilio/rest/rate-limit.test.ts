import { RateLimit } from '../../../../simulator/twilio/rest/rate-limit';
import { StillClock, startSimulator } from '../support';

const takeMany = (limit: RateLimit, endpoint: string, count: number) =>
  Array.from({ length: count }, () => limit.take(endpoint)).filter((seconds) => seconds === 0).length;

describe('the request limit', () => {
  it('takes a burst of 150, then 30 a second, for each endpoint', () => {
    const clock = new StillClock();
    const limit = new RateLimit(clock);
    expect(takeMany(limit, 'CreateSession KS1', 200)).toBe(150);
    expect(takeMany(limit, 'CreateSession KS2', 1)).toBe(1);
    expect(limit.take('CreateSession KS1')).toBe(1);
    clock.skip(1000);
    expect(takeMany(limit, 'CreateSession KS1', 200)).toBe(30);
    clock.skip(60_000);
    expect(takeMany(limit, 'CreateSession KS1', 200)).toBe(150);
  });

  it('is answered with 429 / 80621 and the time to wait', async () => {
    const running = await startSimulator({ clock: new StillClock() });
    const call = () => running.call('/proxy.twilio.com/v1/Services');
    const answers = await Promise.all(Array.from({ length: 151 }, call));
    await running.stop();
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.headers.get('Retry-After')).toBe('1');
    expect(await refused[0]?.json()).toMatchObject({ code: 80621, status: 429 });
  });

  it('can be switched off, and never holds for api.twilio.com', async () => {
    const running = await startSimulator({ rateLimit: false, clock: new StillClock() });
    const paths = ['/proxy.twilio.com/v1/Services', '/api.twilio.com/2010-04-01/Accounts.json'];
    const answers = await Promise.all(
      Array.from({ length: 320 }, (_, index) => running.call(paths[index % 2] ?? '')),
    );
    await running.stop();
    expect(answers.filter(({ status }) => status === 429)).toEqual([]);
  });
});
