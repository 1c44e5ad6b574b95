import { Calls } from '../../../../simulator/twilio/account/calls';
import { SimulatedClock } from '../../../../simulator/twilio/clock';
import { BUYER, SELLER } from '../support';

const setUp = () => {
  const clock = new SimulatedClock();
  const calls = new Calls(clock);
  return { clock, calls, call: calls.create({ from: BUYER, to: SELLER, direction: 'inbound' }) };
};

describe('a call', () => {
  it('starts when it is answered and has a duration once it ended', async () => {
    const { clock, calls, call } = setUp();
    await clock.advance(5);
    calls.updateStatus(call.sid, 'in-progress');
    await clock.advance(42);
    expect(calls.updateStatus(call.sid, 'completed')).toMatchObject({ status: 'completed', duration: 42 });
  });

  it('has no duration where nobody answered', async () => {
    const { clock, calls, call } = setUp();
    calls.updateStatus(call.sid, 'ringing');
    await clock.advance(30);
    expect(calls.get(call.sid)).toMatchObject({ startTime: null, endTime: null, duration: null });
    expect(calls.updateStatus(call.sid, 'no-answer')).toMatchObject({ duration: 0 });
  });

  it('is not found under an unknown sid', () => {
    expect(setUp().calls.updateStatus('CA0', 'completed')).toBeUndefined();
  });
});
