import { deadlineIn } from '../../../src/masking/deadline';
import { ProxySwitchboard } from '../../../src/switchboard/proxy/proxy-switchboard';
import { pairOf, person } from '../../support/people';
import { newId } from '../../support/store';

const switchboard = new ProxySwitchboard({
  accountSid: `AC${'0'.repeat(32)}`,
  authToken: 'token',
  serviceSid: `KS${'0'.repeat(32)}`,
  apiBaseUrl: 'http://127.0.0.1:1',
  sessionMode: 'voice-only',
});

describe('when Twilio cannot be reached', () => {
  it('a session is certainly not open', async () => {
    const draft = {
      sessionId: newId(),
      pair: pairOf(person(1), person(2)),
      expiresAtMs: Date.now() + 60_000,
    };
    const result = await switchboard.open(draft, undefined, deadlineIn(4_500));
    expect(result).toEqual({ kind: 'unavailable', retryAfterSeconds: 5 });
  });
});
