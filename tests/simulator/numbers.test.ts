import { type Simulator, setWebhooks, startSimulator } from '../../simulator/index';
import { Application } from './twilio/telephony/application';

let simulator: Simulator;
beforeEach(async () => {
  simulator = await startSimulator({ numbers: 1, plainNumbers: 2, sms: true, engine: 'embedded' });
});
afterEach(() => simulator.stop());

it('has numbers outside the Proxy service, which can text where all can', () => {
  expect(simulator.plainNumbers).toEqual(['+815032000000', '+815032000001']);
  const [plain] = simulator.plainNumbers.map((number) => simulator.twilio.numbers.get(number));
  expect(plain).toMatchObject({ voiceUrl: '', capabilities: { voice: true, sms: true } });
});

it('lets their webhooks be set, so that a call to one is a call of the application', async () => {
  const application = new Application(simulator.authToken);
  await application.start();
  application.twiml('/voice/incoming', '<Say>Hello</Say>');
  application.on('/voice/status', { body: '' });
  setWebhooks(simulator.twilio, simulator.plainNumbers, {
    voiceUrl: application.url('/voice/incoming'),
    statusCallback: application.url('/voice/status'),
  });
  const phone = simulator.telephony.handset('+819012345678');
  phone.call('+815032000001');
  await phone.waitFor(({ calls }) => calls.length === 1);
  expect(phone.state().heard).toMatchObject([{ text: 'Hello' }]);
  await application.waitFor('/voice/status');
  await application.stop();
});

it('refuses webhooks for a number of somebody else', () => {
  expect(() => setWebhooks(simulator.twilio, ['+819012345678'], { voiceUrl: '' })).toThrow('does not have');
});
