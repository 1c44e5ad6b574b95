import { speak, talk } from '../../scripts/demo/phones';
import type { Handset } from '../../simulator/twilio/handsets/handset';
import type { E164 } from '../../simulator/twilio/model';
import { command } from '../support/pins';
import { type System, startSystem } from './harness';
import { enter, isIdle } from './pin-entry';

let system: System;
let tel: E164;
let pin: string;
beforeAll(async () => {
  system = await startSystem({
    simulator: { sms: true },
    settings: {
      SWITCHBOARD: 'voice',
      PROXY_SERVICE_SID: '',
      MARKET_NAME: 'フリマ',
      VOICEMAIL_SECONDS: '60',
      MISSED_CALL_SMS: 'true',
      CALL_LIMIT_MINUTES: '5',
    },
  });
  const { body } = await system.call('/connect', { bearer: system.buyer.ticket });
  ({ tel, pin } = body.data as unknown as { tel: E164; pin: string });
});
afterEach(() => {
  for (const { handset } of [system.buyer, system.seller])
    if (handset.state().status !== 'idle') handset.hangUp();
});
afterAll(() => system.stop());

const phone = (number: string) => system.simulator.telephony.handset(number as E164);
const numbers = () => system.simulator.plainNumbers;
const idle = (...handsets: Handset[]) => Promise.all(handsets.map((handset) => handset.waitFor(isIdle)));
const rings = async (handset: Handset) =>
  (await handset.waitFor(({ status }) => status === 'ringing')).call?.other ?? '';

/** What was said to a phone by TwiML in one call, in order. */
const wordsOf = (handset: Handset, callSid: string) =>
  handset
    .state()
    .heard.filter((entry) => entry.callSid === callSid && entry.kind !== 'speech')
    .map(({ text }) => text);

/** The call log's entry once it says so, and has that field. */
async function logged(callSid: string, status: string, field = 'st'): Promise<Record<string, string>> {
  for (;;) {
    const flat = (await command(system.simulator.upstash, 'hgetall', `tk:call:${callSid}`)) as string[];
    const entry = Object.fromEntries(
      flat.flatMap((name, index) => (index % 2 ? [] : [[name, flat[index + 1] ?? '']])),
    );
    if (entry.st === status && field in entry) return entry;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe('a call', () => {
  it('rings the partner under a number of the service, and tells both what comes', async () => {
    const { buyer, seller } = system;
    expect(numbers()).toContain(tel);
    const { callSid } = buyer.handset.call(tel);
    const shown = await rings(seller.handset);
    expect(numbers()).toContain(shown);
    expect(wordsOf(buyer.handset, callSid)).toEqual([
      'フリマです。お取引相手におつなぎします。通話は5分までです。',
    ]);
    const called = seller.handset.state().call?.callSid ?? '';
    seller.handset.answer();
    await speak(seller.handset, buyer.handset);
    expect(wordsOf(seller.handset, called)[0]).toBe('フリマからのお電話です。通話は5分までです。');
    buyer.handset.hangUp();
    await idle(seller.handset);
    expect(await logged(callSid, 'completed')).toMatchObject({
      ua: 'buyer-1',
      ub: 'seller-1',
      ty: 'voice',
      by: 'a',
    });
  });

  it('back from the number that was shown reaches the caller under the number that was dialled', async () => {
    const { buyer, seller } = system;
    const shown = await talk(buyer.handset, seller.handset, tel);
    expect(await talk(seller.handset, buyer.handset, shown)).toBe(tel);
  });

  it('from another phone with a withheld number is joined by the PIN', async () => {
    const { seller } = system;
    const office = phone('+81312345678');
    const callSid = await enter(office, tel, [pin], true);
    expect(numbers()).toContain(await rings(seller.handset));
    seller.handset.answer();
    await speak(office, seller.handset);
    seller.handset.hangUp();
    await idle(office);
    expect(wordsOf(office, callSid)[1]).toContain('お取引相手におつなぎします');
    expect(await logged(callSid, 'completed')).toMatchObject({ pi: 'a' });
  });

  it('ends when its time is up, and the caller hears why', async () => {
    const { buyer, seller } = system;
    const { callSid } = buyer.handset.call(tel);
    await rings(seller.handset);
    seller.handset.answer();
    await speak(buyer.handset, seller.handset);
    await system.simulator.twilio.clock.advance(299);
    expect(seller.handset.state().status).toBe('in-call');
    await system.simulator.twilio.clock.advance(2);
    await idle(buyer.handset, seller.handset);
    expect(wordsOf(buyer.handset, callSid).at(-1)).toContain('通話時間の上限');
  });

  it('that nobody answers leaves a message for the partner', async () => {
    const { buyer, seller } = system;
    const { callSid } = buyer.handset.call(tel);
    const shown = await rings(seller.handset);
    await system.simulator.twilio.clock.advance(31);
    await buyer.handset.waitFor(() => wordsOf(buyer.handset, callSid).includes('beep'));
    buyer.handset.say('駅に着きました');
    buyer.handset.press('#');
    await idle(buyer.handset);
    expect(wordsOf(buyer.handset, callSid).at(-1)).toBe('伝言をお預かりしました。');
    const { mailbox } = await seller.handset.waitFor((state) => state.mailbox.length > 0);
    expect(mailbox).toMatchObject([{ from: shown, words: ['駅に着きました'] }]);
    expect(await logged(callSid, 'no-answer', 'vm')).toMatchObject({ vm: mailbox[0]?.sid });
    const recordings = await command(system.simulator.upstash, 'zrange', 'tk:recordings:all', '0', '-1');
    expect(recordings).toEqual([`${mailbox[0]?.sid} ${callSid}`]);
    const { text } = await system.call('/ops/calls', { bearer: system.keys.apiKey, body: {} });
    expect(JSON.parse(text)).toMatchObject({
      data: {
        calls: expect.arrayContaining([
          expect.objectContaining({ callId: callSid, voicemailId: mailbox[0]?.sid }),
        ]),
      },
    });
  });

  it('that is missed is told of in a text, once, which names nobody', async () => {
    const { buyer, seller } = system;
    const notices = () =>
      buyer.handset
        .state()
        .texts.filter(({ body }) => body.startsWith('フリマです。お取引相手から、お電話が'));
    // The seller, who was just told of a missed call of the buyer, would not be told of another one so soon.
    const known = await talk(buyer.handset, seller.handset, tel);
    seller.handset.call(known);
    const shown = await rings(buyer.handset);
    buyer.handset.decline();
    await buyer.handset.waitFor(() => notices().length > 0);
    expect(notices().at(-1)?.other).toBe(shown);
    seller.handset.hangUp();
    await idle(seller.handset);
    expect(notices()).toHaveLength(1);
  });

  it('that is declined, and one to a phone in a call, can leave a message too', async () => {
    const { buyer, seller } = system;
    const { callSid } = buyer.handset.call(tel);
    await rings(seller.handset);
    seller.handset.decline();
    await buyer.handset.waitFor(() => wordsOf(buyer.handset, callSid).includes('beep'));
    buyer.handset.hangUp();
    await idle(buyer.handset);
    await logged(callSid, 'busy');
  });

  it('given up while it rings stops the ringing', async () => {
    const { buyer, seller } = system;
    const { callSid } = buyer.handset.call(tel);
    await rings(seller.handset);
    buyer.handset.hangUp();
    await idle(seller.handset);
    const { calls } = seller.handset.state();
    expect(calls.at(-1)?.outcome).toBe('missed');
    await logged(callSid, 'canceled');
  });

  it('in both directions at once: each finds the other busy, and nobody is lost', async () => {
    const { buyer, seller } = system;
    const shown = await talk(buyer.handset, seller.handset, tel);
    const calls = [buyer.handset.call(tel), seller.handset.call(shown)];
    for (const [index, handset] of [buyer.handset, seller.handset].entries()) {
      await handset.waitFor(() => wordsOf(handset, calls[index]?.callSid ?? '').includes('beep'));
      handset.hangUp();
    }
    await idle(buyer.handset, seller.handset);
  });

  it('of many users on one number at once reaches each one\u2019s own partner', async () => {
    const pairs = await Promise.all(
      Array.from({ length: 12 }, async (_, index) => {
        const [from, to] = [`+8190111100${10 + index}`, `+8180222200${10 + index}`];
        const ids = { userId: `many-${index}`, peerId: `peer-${index}` };
        const { body } = await system.call('/connect', {
          bearer: system.keys.apiKey,
          body: { ...ids, from, to },
        });
        return { caller: phone(from), partner: phone(to), dialled: body.data?.tel ?? '' };
      }),
    );
    expect(new Set(pairs.map(({ dialled }) => dialled)).size).toBeLessThan(pairs.length);
    await Promise.all(pairs.map(({ caller, partner, dialled }) => talk(caller, partner, dialled)));
    for (const { caller, partner } of pairs)
      expect([caller, partner].map((one) => one.state().calls.length)).toEqual([1, 1]);
  });

  it('from one number of the service to another goes nowhere', async () => {
    const [one = '', other = ''] = numbers();
    const looping = phone(one);
    const { callSid } = looping.call(other);
    await idle(looping);
    expect(wordsOf(looping, callSid)).toEqual([]);
  });

  it('of a stranger asks for a PIN', async () => {
    const stranger = phone('+817033334444');
    const { callSid } = stranger.call(tel);
    await stranger.waitFor(() => wordsOf(stranger, callSid).length > 0);
    expect(wordsOf(stranger, callSid)[0]).toContain('6桁の暗証番号');
    stranger.hangUp();
  });
});

describe('a text', () => {
  const long = `${'改札の前で、青い傘を持って待っています。'.repeat(20)}👨‍👩‍👧`;

  it('arrives whole from the number that the partner knows', async () => {
    const { buyer, seller } = system;
    buyer.handset.text(tel, long);
    const { texts } = await seller.handset.waitFor((state) => state.texts.at(-1)?.body === long);
    expect(numbers()).toContain(texts.at(-1)?.other);
    expect(texts.at(-1)?.other).not.toBe(tel);
  });

  it('with contact details, or with a picture, comes back with the reason', async () => {
    const { buyer, seller } = system;
    buyer.handset.text(tel, '電話は 090-4821-7365 まで');
    await buyer.handset.waitFor(({ texts }) => texts.at(-1)?.body.includes('連絡先') === true);
    const { numbers: owned } = system.simulator.twilio;
    const { sid, capabilities } = owned.get(tel) ?? {};
    if (sid && capabilities) owned.update(sid, { capabilities: { ...capabilities, mms: true } });
    buyer.handset.text(tel, 'これです', ['image/jpeg']);
    await buyer.handset.waitFor(({ texts }) => texts.at(-1)?.body.includes('写真や') === true);
    const bodies = seller.handset.state().texts.map(({ body }) => body);
    expect(bodies.filter((body) => /090|これです/.test(body))).toEqual([]);
  });

  it('of a stranger is answered that nobody can be reached', async () => {
    const stranger = phone('+817033334444');
    stranger.text(tel, 'こんにちは');
    const { texts } = await stranger.waitFor((state) => state.texts.length > 1);
    expect(texts.at(-1)?.body).toContain('おつなぎできません');
  });
});

describe('round trips', () => {
  it('connect, once more, a call and a text: one to Redis each, none to Twilio', async () => {
    const one = { redis: 1, twilio: 0, webhooks: 0 };
    const connect = () => system.call('/connect', { bearer: system.buyer.ticket });
    expect(await system.roundTrips(connect)).toEqual(one);
    await system.call('/cleanup', { bearer: system.buyer.ticket });
    expect(await system.roundTrips(connect)).toEqual(one);
    const stranger = phone('+817033334444');
    const text = () => {
      stranger.text(tel, 'hello');
      return stranger.waitFor(({ texts }) => texts.at(-1)?.direction === 'received');
    };
    expect(await system.roundTrips(text)).toEqual({ redis: 1, twilio: 0, webhooks: 1 });
    const aCall = () => talk(system.buyer.handset, system.seller.handset, tel);
    await aCall();
    const { redis, twilio, webhooks } = await system.roundTrips(aCall);
    // All but the whisper, and the report that the called phone was put down, which tells nothing new.
    expect({ redis, twilio }).toEqual({ redis: webhooks - 2, twilio: 0 });
  });
});
