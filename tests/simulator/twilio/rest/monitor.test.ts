import { type RunningSimulator, startSimulator } from '../support';

let running: RunningSimulator;
beforeAll(async () => {
  running = await startSimulator();
});
afterAll(() => running.stop());

describe('monitor.twilio.com', () => {
  it('lists alerts, newest first, from a moment on', async () => {
    const { simulator, client } = running;
    simulator.alerts.add(11200, 'the webhook could not be reached');
    await simulator.clock.advance(7_200);
    simulator.alerts.add(80913, 'the out-of-session callback failed');
    const all = await client.monitor.v1.alerts.list();
    expect(all.map(({ errorCode }) => errorCode)).toEqual(['80913', '11200']);
    const startDate = new Date(simulator.clock.now() - 3_600_000);
    const recent = await client.monitor.v1.alerts.list({ startDate });
    expect(recent.map(({ errorCode, alertText }) => [errorCode, alertText])).toEqual([
      ['80913', 'the out-of-session callback failed'],
    ]);
    await expect(client.monitor.v1.alerts.list({ logLevel: 'debug' })).resolves.toEqual([]);
  });

  it('shows one alert', async () => {
    const { sid } = running.simulator.alerts.add(82006, 'the context is too large');
    await expect(running.client.monitor.v1.alerts(sid).fetch()).resolves.toMatchObject({
      sid,
      errorCode: '82006',
    });
    const unknown = running.client.monitor.v1.alerts(`NO${'0'.repeat(32)}`).fetch();
    await expect(unknown).rejects.toMatchObject({ code: 20404 });
  });
});
