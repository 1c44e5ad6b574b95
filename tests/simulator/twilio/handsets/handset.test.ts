import { PhoneError } from '../../../../simulator/twilio/handsets/phone-error';
import { plainNumber, sellerNumber, sellersProxy, settle, World } from '../telephony/world';

let world: World;
beforeEach(async () => {
  world = await World.start();
});
afterEach(() => world.stop());

const dialSeller = async () => {
  world.answerWith(`<Dial callerId="${sellersProxy}" answerOnBridge="true">${sellerNumber}</Dial>`);
  world.buyer.call(plainNumber);
  await world.seller.waitFor((state) => state.status === 'ringing');
};

describe('a handset', () => {
  test('is idle at first and remembers nothing', () => {
    expect(world.buyer.state()).toEqual({
      number: world.buyer.number,
      status: 'idle',
      call: null,
      mailbox: [],
      heard: [],
      texts: [],
      calls: [],
    });
  });

  test('goes from dialling and ringing over a call to idle, and keeps the call', async () => {
    await dialSeller();
    expect([world.buyer.state().status, world.seller.state().status]).toEqual(['dialling', 'ringing']);
    expect(world.seller.state().call).toMatchObject({
      direction: 'incoming',
      other: sellersProxy,
      answeredAt: null,
      isRecorded: false,
    });
    world.seller.answer();
    await world.buyer.waitFor((state) => state.status === 'in-call');
    await settle();
    await world.twilio.clock.advance(9);
    world.seller.hangUp();
    const { calls } = await world.buyer.waitFor((state) => state.status === 'idle');
    expect(calls).toMatchObject([
      { direction: 'outgoing', other: plainNumber, outcome: 'answered', seconds: 9 },
    ]);
    expect(world.seller.state().calls).toMatchObject([
      { direction: 'incoming', outcome: 'answered', seconds: 9 },
    ]);
  });

  test('remembers what it declined', async () => {
    await dialSeller();
    world.seller.decline();
    expect(world.seller.state().calls).toMatchObject([{ outcome: 'declined', seconds: 0, answeredAt: null }]);
  });

  test('declines what rings by hanging up', async () => {
    await dialSeller();
    world.seller.hangUp();
    expect(world.seller.state().calls[0]?.outcome).toBe('declined');
  });

  test('has one line: it cannot dial during a call', async () => {
    await dialSeller();
    expect(() => world.buyer.call(plainNumber)).toThrow(PhoneError);
    expect(() => world.seller.call(plainNumber)).toThrow(PhoneError);
  });

  test('cannot do what its state does not allow', async () => {
    expect(() => world.buyer.answer()).toThrow('not ringing');
    expect(() => world.buyer.decline()).toThrow('not ringing');
    expect(() => world.buyer.hangUp()).toThrow('no call');
    expect(() => world.buyer.press('1')).toThrow('during a call');
    expect(() => world.buyer.text(plainNumber, '')).toThrow('empty');
    await dialSeller();
    expect(() => world.buyer.answer()).toThrow('not ringing');
    expect(() => world.buyer.press('1')).toThrow('during a call');
  });

  test('has only the keys of a telephone', async () => {
    await dialSeller();
    world.seller.answer();
    await world.buyer.waitFor((state) => state.status === 'in-call');
    expect(() => world.buyer.press('A')).toThrow(PhoneError);
    expect(() => world.buyer.press('')).toThrow(PhoneError);
    world.buyer.press('0*#');
  });

  test('gives states that do not change later', async () => {
    const before = world.buyer.state();
    world.buyer.text(plainNumber, 'hi');
    expect(before.texts).toEqual([]);
    expect(world.buyer.state().texts).toHaveLength(1);
  });

  test('keeps the last 200 texts', () => {
    for (let count = 0; count < 201; count++) world.buyer.text('+819099999999', String(count));
    const { texts } = world.buyer.state();
    expect(texts).toHaveLength(200);
    expect(texts[0]?.body).toBe('1');
  });

  test('says what it waited for in vain', async () => {
    await expect(world.buyer.waitFor((state) => state.status === 'ringing', 20)).rejects.toThrow(
      /20 ms.*"idle"/,
    );
  });

  test('can serve many calls one after the other', async () => {
    world.answerWith('<Reject/>');
    for (let count = 1; count <= 5; count++) {
      world.buyer.call(plainNumber);
      await world.buyer.waitFor((state) => state.calls.length === count);
    }
  });
});

test('many phones can call one number at once', async () => {
  world.answerWith('<Say>Hello</Say>');
  const phones = Array.from({ length: 30 }, (_, index) =>
    world.telephony.handset(`+8190000000${10 + index}`),
  );
  for (const phone of phones) phone.call(plainNumber);
  await Promise.all(phones.map((phone) => phone.waitFor((state) => state.calls.length === 1)));
  expect(world.application.at('/voice')).toHaveLength(30);
});

describe('what is said and left behind', () => {
  const answered = async () => {
    await dialSeller();
    world.seller.answer();
    await world.buyer.waitFor((state) => state.status === 'in-call');
    await settle();
  };

  test('words are heard at the other end, and by the speaker as the own', async () => {
    await answered();
    world.buyer.say('着きました');
    expect(world.buyer.state().heard).toMatchObject([{ kind: 'speech', text: '着きました', isOwn: true }]);
    expect(world.seller.state().heard).toEqual([
      { kind: 'speech', text: '着きました', at: expect.any(Number), callSid: expect.any(String) },
    ]);
  });

  test('words are nobody’s before a call is answered', async () => {
    await dialSeller();
    expect(() => world.buyer.say('hello')).toThrow(PhoneError);
  });

  test('a recording left after nobody answered is in the mailbox of the one who was called', async () => {
    world.answerWith(`<Dial callerId="${sellersProxy}">${sellerNumber}</Dial><Record/>`);
    world.buyer.call(plainNumber);
    await world.seller.waitFor((state) => state.status === 'ringing');
    world.seller.decline();
    await world.buyer.waitFor((state) => state.call?.isRecorded === true);
    world.buyer.say('また電話します');
    await world.twilio.clock.advance(3);
    world.buyer.hangUp();
    const { mailbox } = await world.seller.waitFor((state) => state.mailbox.length === 1);
    expect(mailbox).toMatchObject([{ from: sellersProxy, seconds: 3, words: ['また電話します'] }]);
    const [recording] = world.telephony.recordings;
    if (recording) world.twilio.recordings.update(recording, { status: 'deleted' });
    expect(world.seller.state().mailbox).toEqual([]);
  });
});
