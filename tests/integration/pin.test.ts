import { setTimeout as wait } from 'node:timers/promises';
import type { E164 } from '../../simulator/twilio/model';
import { command, otherThan } from '../support/pins';
import { type System, startSystem } from './harness';
import { enter, isIdle, wordsOf } from './pin-entry';

let system: System;
/** Every PIN that was given out. */
const pins: string[] = [];
beforeAll(async () => {
  system = await startSystem({
    settings: { PIN_ATTEMPTS_PER_NUMBER_PER_HOUR: '4', PAIR_CONNECTS_PER_HOUR: '30' },
  });
});
afterAll(() => system.stop());

interface Connected {
  readonly tel: E164;
  readonly pin: string;
}

async function connect(bearer: string): Promise<Connected> {
  const { body } = await system.call('/connect', { bearer });
  const { tel, pin } = body.data as unknown as Connected;
  pins.push(pin);
  return { tel, pin };
}

/** Ends what another test left, so that each begins with a session, a number and counters of its own. */
async function freshSession(): Promise<Connected> {
  const { upstash } = system.simulator;
  await system.call('/cleanup', { bearer: system.buyer.ticket });
  const tries = (await command(upstash, 'keys', 'tk:pin-tries:*')) as string[];
  if (tries.length > 0) await command(upstash, 'del', ...tries);
  return connect(system.buyer.ticket);
}

const phone = (number: string) => system.simulator.telephony.handset(number as E164);
/** Longer than an entry waits; Twilio first gets round to waiting. */
async function staySilent(): Promise<void> {
  await wait(20);
  await system.simulator.twilio.clock.advance(11);
}

const UNKNOWN = expect.stringContaining('おつなぎできません');

describe('a caller with the PIN', () => {
  it('reaches the partner with a withheld number, and the partner sees the same number as always', async () => {
    const { tel, pin } = await freshSession();
    const { buyer, seller } = system;
    buyer.handset.call(tel);
    const always = (await seller.handset.waitFor(({ status }) => status === 'ringing')).call?.other;
    buyer.handset.hangUp();
    await seller.handset.waitFor(isIdle);

    const callSid = await enter(buyer.handset, tel, [pin], true);
    const ringing = await seller.handset.waitFor(({ status }) => status === 'ringing');
    expect(ringing.call?.other).toBe(always);
    seller.handset.answer();
    await seller.handset.waitFor(({ status }) => status === 'in-call');
    seller.handset.hangUp();
    await buyer.handset.waitFor(isIdle);
    expect(wordsOf(buyer.handset, callSid)).toEqual([expect.stringContaining('6桁の暗証番号')]);
    expect(system.logs.join('\n')).toContain(`"event":"pin_joined"`);
  });

  it('reaches the partner from another phone, once more after a slip', async () => {
    const { tel, pin } = await freshSession();
    const friend = phone('+817055556666');
    await enter(friend, tel, [otherThan(pin), pin]);
    await system.seller.handset.waitFor(({ status }) => status === 'ringing');
    system.seller.handset.decline();
    const { heard } = await friend.waitFor(isIdle);
    expect(heard.at(-1)?.text).toContain('つながりませんでした');
  });

  it('reaches the other side with the PIN that the partner got', async () => {
    const { tel } = await freshSession();
    const partner = await connect(system.seller.ticket);
    expect(partner.tel).not.toBe(tel);
    await enter(phone('+817055557777'), partner.tel, [partner.pin]);
    const { call } = await system.buyer.handset.waitFor(({ status }) => status === 'ringing');
    expect(call?.other).toBe(tel);
    phone('+817055557777').hangUp();
    await system.buyer.handset.waitFor(isIdle);
  });

  it('keeps the PIN as long as the session, and no longer', async () => {
    const { tel, pin } = await freshSession();
    expect(await connect(system.buyer.ticket)).toEqual({ tel, pin });
    await system.call('/cleanup', { bearer: system.buyer.ticket });
    const caller = phone('+817055558888');
    const callSid = await enter(caller, tel, [pin, pin]);
    await caller.waitFor(isIdle);
    expect(wordsOf(caller, callSid).at(-1)).toEqual(UNKNOWN);
  });

  it('costs one round trip to Redis for each webhook, and none to Twilio', async () => {
    const { tel, pin } = await freshSession();
    const caller = phone('+817055559999');
    const cost = await system.roundTrips(async () => {
      await enter(caller, tel, [pin]);
      await system.seller.handset.waitFor(({ status }) => status === 'ringing');
      system.seller.handset.decline();
      await caller.waitFor(isIdle);
    });
    expect(cost).toEqual({ redis: 3, twilio: 0, webhooks: 3 });
  });
});

describe('a caller without the PIN', () => {
  it('hears the notice of an unknown number after two wrong ones, and nobody is rung', async () => {
    const { tel, pin } = await freshSession();
    const before = system.seller.handset.state().calls.length;
    const caller = phone('+817011110000');
    const callSid = await enter(caller, tel, [otherThan(pin), otherThan(pin)]);
    await caller.waitFor(isIdle);
    const heard = wordsOf(caller, callSid);
    expect(heard).toEqual([
      expect.stringContaining('確認できませんでした'),
      expect.stringContaining('もう一度'),
      UNKNOWN,
    ]);
    expect(system.seller.handset.state().calls).toHaveLength(before);
  });

  it('hears the same on a number that has no session at all', async () => {
    const { tel, pin } = await freshSession();
    const partner = await connect(system.seller.ticket);
    const idle = system.simulator.numbers.find((number) => ![tel, partner.tel].includes(number)) ?? tel;
    const caller = phone('+817011110001');
    const words = [];
    for (const number of [tel, idle]) {
      const callSid = await enter(caller, number, [otherThan(pin), otherThan(pin)]);
      await caller.waitFor(isIdle);
      words.push(wordsOf(caller, callSid));
    }
    expect(words[0]).toEqual(words[1]);
  });

  it('locks the number after its limit: a third caller is refused even with the right PIN', async () => {
    const { tel, pin } = await freshSession();
    for (const number of ['+817011110002', '+817011110003']) {
      await enter(phone(number), tel, [otherThan(pin), otherThan(pin)]);
      await phone(number).waitFor(isIdle);
    }
    const third = phone('+817011110004');
    const callSid = await enter(third, tel, [pin, pin]);
    await third.waitFor(isIdle);
    expect(wordsOf(third, callSid).at(-1)).toEqual(UNKNOWN);
    expect(system.logs.at(-1)).toContain('attempts_exhausted');
  });

  it('is asked twice while silent, and then hears the notice', async () => {
    const { tel } = await freshSession();
    const caller = phone('+817011110005');
    const { callSid } = caller.call(tel);
    await caller.waitFor(() => wordsOf(caller, callSid).length === 1);
    await staySilent();
    await caller.waitFor(() => wordsOf(caller, callSid).length === 2);
    await staySilent();
    await caller.waitFor(isIdle);
    expect(wordsOf(caller, callSid).at(-1)).toEqual(UNKNOWN);
  });
});

describe('when Redis does not answer', () => {
  it('the caller hears a polite notice and the call ends', async () => {
    const { tel, pin } = await freshSession();
    const caller = phone('+817011110006');
    const { callSid } = caller.call(tel);
    await caller.waitFor(() => wordsOf(caller, callSid).length === 1);
    const { faults } = system.simulator.upstash;
    faults.add({ effect: 'reset-before' });
    caller.press(pin);
    await caller.waitFor(isIdle);
    faults.clear();
    expect(wordsOf(caller, callSid).at(-1)).toEqual(UNKNOWN);
  });
});

describe('the log of all these calls', () => {
  it('names no PIN and no number', () => {
    const logs = system.logs.join('\n');
    expect(logs).not.toMatch(/\+?81[5789]0\d{8}|0[789]0\d{8}/);
    expect(pins.length).toBeGreaterThan(10);
    expect(pins.filter((pin) => new RegExp(`\\b${pin}\\b`).test(logs))).toEqual([]);
  });
});
