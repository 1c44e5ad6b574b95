import { handler as connect } from '../../../src/functions/connect';
import { handler as outOfSession } from '../../../src/functions/proxy/out-of-session.protected';
import { handler as pin } from '../../../src/functions/proxy/pin.protected';
import { useFunctionWorld } from '../support';
import { webhook } from './webhooks';

const world = useFunctionWorld();
const OTHER_PHONE = '+818011112222';
const CallSid = `CA${'1'.repeat(32)}`;
const UNKNOWN = 'この番号は、現在おつなぎできません。';

/** The buyer's number to dial and the PIN that goes with it. */
async function openForBuyer() {
  const { json } = await world().call(connect, { headers: await world().ticket() });
  return json.data as { tel: string; pin: string };
}
const enter = (params: object, settings = {}) =>
  world().call(pin, { event: webhook({ CallSid, From: OTHER_PHONE, attempt: '1', ...params }), settings });
const notOf = (right: string) => String((Number(right) + 1) % 1_000_000).padStart(6, '0');

describe('a caller from another phone', () => {
  it.each([OTHER_PHONE, 'anonymous'])('is asked for the PIN: %s', async (From) => {
    const { tel } = await openForBuyer();
    const { text } = await world().call(outOfSession, { event: webhook({ CallSid, From, To: tel }) });
    expect(text).toMatch(/<Gather [^>]*action="pin\?attempt=1"/);
  });

  it('is joined with the partner, who sees a proxy number and not the phone', async () => {
    const { tel, pin: Digits } = await openForBuyer();
    const answer = await enter({ To: tel, Digits });
    world().excuse(answer);
    expect(answer.text).toMatch(/<Dial callerId="\+8150\d+"[^>]*><Number>\+818087654321<\/Number><\/Dial>/);
    expect(answer.text).not.toContain(OTHER_PHONE);
    expect(world().events().at(-1)).toMatchObject({ event: 'pin_joined', resourceSid: CallSid });
    expect(world().lines.join()).not.toContain(Digits);
  });

  it('is asked once more after a wrong PIN, and told nothing of what was wrong', async () => {
    const { tel, pin: right } = await openForBuyer();
    const wrong = await enter({ To: tel, Digits: notOf(right) });
    const nonsense = await enter({ To: tel, Digits: '12#', CallSid: `CA${'2'.repeat(32)}` });
    expect(wrong.text).toBe(nonsense.text);
    expect(wrong.text).toContain('action="pin?attempt=2"');
    expect(wrong.text).not.toContain('<Dial');
  });

  it('is not joined by the right PIN once the attempts are used up', async () => {
    const { tel, pin: right } = await openForBuyer();
    const settings = { PIN_ATTEMPTS_PER_CALLER_PER_HOUR: '1' };
    await enter({ To: tel, Digits: notOf(right) }, settings);
    const { text } = await enter({ To: tel, Digits: right, CallSid: `CA${'3'.repeat(32)}` }, settings);
    expect(text).not.toContain('<Dial');
    expect(world().events().at(-1)).toMatchObject({ event: 'pin_refused', reason: 'attempts_exhausted' });
  });

  it.each(['error', 'hang'] as const)('is put off politely when Redis suffers %s', async (effect) => {
    const { tel, pin: Digits } = await openForBuyer();
    world().simulator.upstash.faults.add({ effect });
    const { status, text } = await enter({ To: tel, Digits });
    expect({ status, text }).toEqual({ status: 200, text: expect.stringContaining(UNKNOWN) });
  });

  it('is put off when the request names no number', async () => {
    expect((await enter({ Digits: '123456' })).text).toContain(UNKNOWN);
  });
});
