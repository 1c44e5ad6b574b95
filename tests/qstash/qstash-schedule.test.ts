import type { Simulator } from '../../simulator';
import { deadlineIn } from '../../src/masking/deadline';
import { QStashSchedule } from '../../src/qstash/qstash-schedule';
import { startTestSimulator } from '../support/world';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startTestSimulator();
});
afterAll(() => simulator.stop());

const call = { interactionId: `CA${'1'.repeat(32)}`, legId: `CA${'2'.repeat(32)}` };
const destination = 'https://calls.example/qstash/warning';
const schedule = (changes: object = {}) =>
  new QStashSchedule({ url: simulator.qstashUrl, token: simulator.qstash.token, destination, ...changes });

describe('a warning', () => {
  it('is published once, to come in time, and tried twice', async () => {
    for (let time = 0; time < 2; time++)
      expect(await schedule().schedule(call, 540, deadlineIn(3_000))).toBe(true);
    expect(simulator.qstash.messages).toMatchObject([
      {
        url: destination,
        body: JSON.stringify(call),
        contentType: 'application/json',
        delaySeconds: 540,
        retries: 1,
      },
    ]);
  });

  it.each([
    ['refuses', { token: 'another' }],
    ['is not there', { url: 'http://127.0.0.1:9' }],
  ])('is not certain when QStash %s, and nothing is thrown', async (_, changes) => {
    expect(await schedule(changes).schedule(call, 540, deadlineIn(3_000))).toBe(false);
  });

  it('is not waited for beyond the deadline', async () => {
    expect(await schedule().schedule(call, 540, { remainingMs: () => 0 })).toBe(false);
  });
});
