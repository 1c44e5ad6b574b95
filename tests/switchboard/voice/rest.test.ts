import type { Simulator } from '../../../simulator';
import type { E164 } from '../../../simulator/twilio/model';
import { deadlineIn } from '../../../src/masking/deadline';
import type { ProxyNumber, RealNumber } from '../../../src/masking/numbers';
import { TwilioCalls } from '../../../src/switchboard/voice/twilio-calls';
import { TwilioTexts } from '../../../src/switchboard/voice/twilio-texts';
import { startTestSimulator } from '../../support/world';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startTestSimulator({ numbers: 0, plainNumbers: 1, sms: true });
});
beforeEach(() => simulator.twilio.faults.clear());
afterAll(() => simulator.stop());

const settings = (authToken = simulator.authToken) => ({
  accountSid: simulator.accountSid,
  authToken,
  apiBaseUrl: simulator.url,
});
const number = () => simulator.plainNumbers[0] as string as ProxyNumber;
const phone = '+819012345678' as RealNumber;

describe('recording a call', () => {
  const callbackUrl = 'https://calls.example/voice/recording?kind=conversation';
  const start = (callSid: string, calls = new TwilioCalls(settings())) =>
    calls.startRecording(callSid, callbackUrl, deadlineIn(3_000));

  it('does not begin when Twilio refuses or does not answer, and nothing is thrown', async () => {
    expect(await start(`CA${'0'.repeat(32)}`)).toBe(false);
    simulator.twilio.faults.add({ match: {}, effect: 'error', status: 500 });
    expect(await start(`CA${'0'.repeat(32)}`)).toBe(false);
  });
});

describe('a call under way', () => {
  const unknown = `CA${'0'.repeat(32)}`;
  const calls = () => new TwilioCalls(settings());

  it('that Twilio does not know, or that it cannot change now, is not certain to go elsewhere, and nothing is thrown', async () => {
    expect(await calls().redirect(unknown, '<Response/>', deadlineIn(3_000))).toBe(false);
    await expect(calls().hangUp(unknown, deadlineIn(3_000))).resolves.toBeUndefined();
    simulator.twilio.faults.add({ match: {}, effect: 'error', status: 500 });
    expect(await calls().redirect(unknown, '<Response/>', deadlineIn(3_000))).toBe(false);
    await expect(calls().hangUp(unknown, deadlineIn(3_000))).resolves.toBeUndefined();
  });
});

describe('sending a text', () => {
  const send = (to = phone, texts = new TwilioTexts(settings())) =>
    texts.sendText({ from: number(), to, body: 'hello' }, deadlineIn(3_000));

  it('reaches the phone from the number of the service', async () => {
    const handset = simulator.telephony.handset(phone as string as E164);
    expect(await send()).toBe('sent');
    const { texts } = await handset.waitFor((state) => state.texts.length > 0);
    expect(texts).toMatchObject([{ other: number(), body: 'hello' }]);
  });

  it('is refused by whoever opted out, and from a number that cannot text', async () => {
    const handset = simulator.telephony.handset('+817055556666');
    handset.text(number(), 'STOP');
    expect(await send('+817055556666' as RealNumber)).toBe('refused');
    const owned = simulator.twilio.numbers.get(number());
    if (owned)
      simulator.twilio.numbers.update(owned.sid, { capabilities: { ...owned.capabilities, sms: false } });
    expect(await send()).toBe('refused');
  });

  it('is not known to be sent when Twilio fails, and nothing is thrown', async () => {
    simulator.twilio.faults.add({ match: {}, effect: 'error', status: 500 });
    expect(await send()).toBe('unavailable');
    expect(await send(phone, new TwilioTexts({ ...settings(), apiBaseUrl: 'http://127.0.0.1:9' }))).toBe(
      'unavailable',
    );
  });
});
