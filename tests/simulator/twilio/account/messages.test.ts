import { Messages } from '../../../../simulator/twilio/account/messages';
import { SimulatedClock } from '../../../../simulator/twilio/clock';
import { BUYER, SELLER } from '../support';

describe('a message', () => {
  it('is queued, then what it is updated to', async () => {
    const clock = new SimulatedClock();
    const messages = new Messages(clock);
    const { sid, dateCreated } = messages.create({
      from: BUYER,
      to: SELLER,
      body: 'hi',
      direction: 'inbound',
    });
    expect(messages.get(sid)?.status).toBe('queued');
    await clock.advance(2);
    expect(messages.updateStatus(sid, 'delivered')).toMatchObject({ status: 'delivered', dateCreated });
    expect(messages.get(sid)?.dateUpdated).toBeGreaterThanOrEqual(dateCreated + 2000);
  });

  it('is not found under an unknown sid', () => {
    expect(new Messages(new SimulatedClock()).updateStatus('SM0', 'sent')).toBeUndefined();
  });
});
