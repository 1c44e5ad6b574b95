import { buyerNumber, plainNumber, sellerNumber, World } from '../world';

let world: World;
beforeEach(async () => {
  world = await World.start();
});
afterEach(() => world.stop());

const call = (verbs: string) => {
  world.answerWith(verbs);
  world.buyer.call(plainNumber);
};

test('texts somebody during a call, which goes on', async () => {
  world.application.on('/delivery', { body: '' });
  call(`<Sms to="${sellerNumber}" statusCallback="/delivery">着信がありました</Sms><Say>next</Say>`);
  const { texts } = await world.seller.waitFor((state) => state.texts.length === 1);
  expect(texts).toMatchObject([{ other: plainNumber, body: '着信がありました' }]);
  await world.application.waitFor('/delivery', 2);
  expect((await world.buyer.waitFor(({ calls }) => calls.length === 1)).heard).toMatchObject([
    { text: 'next' },
  ]);
});

test('texts the caller where nobody is named, and tells the action', async () => {
  world.application.twiml('/sent', '<Say>sent</Say>');
  call('<Sms action="/sent">hello</Sms>');
  const [action] = await world.application.waitFor('/sent');
  expect(action?.parameters).toMatchObject({ SmsStatus: 'sending', From: buyerNumber });
  await world.buyer.waitFor(({ texts }) => texts.length === 1);
});

test('sends nothing from a number that cannot text', async () => {
  const number = world.twilio.numbers.get(plainNumber);
  if (number) number.capabilities.sms = false;
  world.application.twiml('/sent', '');
  call('<Sms action="/sent">hello</Sms>');
  expect((await world.application.waitFor('/sent'))[0]?.parameters).toMatchObject({ SmsStatus: 'invalid' });
  expect(world.alerts).toEqual([expect.stringMatching(/^21606/)]);
});
