import { form, json, type RunningSimulator, startSimulator } from '../support';

const AMERICAN = '+14155552671';
const JAPANESE = '+815031110001';
const BUYER = '+819011112222';
const OPTED_OUT = '+819022223333';

let running: RunningSimulator;
let account: string;
beforeAll(async () => {
  running = await startSimulator();
  for (const phoneNumber of [AMERICAN, JAPANESE] as const) running.simulator.numbers.add({ phoneNumber });
  running.simulator.optOuts.obey('stop', OPTED_OUT, AMERICAN);
  account = `/api.twilio.com/2010-04-01/Accounts/${running.simulator.accountSid}`;
});
afterAll(() => running.stop());

const post = async (path: string, fields: Record<string, string>) => {
  const response = await running.call(`${account}/${path}`, form(...Object.entries(fields)));
  return [response.status, (await json(response)).code];
};

describe('api.twilio.com', () => {
  it.each<[Record<string, string>, number]>([
    [{ From: BUYER, To: BUYER, Url: 'https://example.com' }, 21210],
    [{ From: AMERICAN, To: '09011112222', Url: 'https://example.com' }, 21211],
    [{ From: AMERICAN, To: BUYER }, 21205],
    [{ From: AMERICAN, Url: 'https://example.com' }, 20001],
  ])('refuses the call %p with %i', async (fields, code) => {
    expect(await post('Calls.json', fields)).toEqual([400, code]);
  });

  it.each<[Record<string, string>, number]>([
    [{ From: BUYER, To: BUYER, Body: 'hi' }, 21606],
    [{ From: JAPANESE, To: BUYER, Body: 'hi' }, 21606],
    [{ From: AMERICAN, To: '12345', Body: 'hi' }, 21211],
    [{ From: AMERICAN, To: BUYER }, 21602],
    [{ From: AMERICAN, To: BUYER, Body: 'あ'.repeat(1601) }, 21617],
    [{ From: AMERICAN, To: OPTED_OUT, Body: 'hi' }, 21610],
  ])('refuses the text %p with %i', async (fields, code) => {
    expect(await post('Messages.json', fields)).toEqual([400, code]);
  });

  it('hands calls and texts over to the network, and their changes too', async () => {
    const { telephony, calls } = running.simulator;
    const placed = jest.spyOn(telephony, 'placeCall');
    const redirected = jest.spyOn(telephony, 'redirectCall');
    const sent = jest.spyOn(telephony, 'sendMessage');
    const call = {
      From: AMERICAN,
      To: BUYER,
      Url: 'https://example.com/voice',
      Timeout: '20',
      TimeLimit: '600',
    };
    await post('Calls.json', { ...call, StatusCallback: 'https://example.com/status' });
    expect(placed).toHaveBeenCalledWith(
      expect.objectContaining({
        from: AMERICAN,
        to: BUYER,
        url: 'https://example.com/voice',
        timeout: 20,
        timeLimit: 600,
        statusCallback: 'https://example.com/status',
      }),
    );
    const [live] = calls.records;
    await post(`Calls/${live?.sid}.json`, { Twiml: '<Response/>' });
    expect(redirected).toHaveBeenCalledWith(live, expect.objectContaining({ twiml: '<Response/>' }));
    await post('Messages.json', { From: AMERICAN, To: BUYER, Body: 'hi' });
    expect(sent).toHaveBeenCalledWith(expect.objectContaining({ from: AMERICAN, to: BUYER, body: 'hi' }));
    expect(await post(`Calls/${live?.sid}.json`, { Status: 'completed' })).toEqual([200, undefined]);
    expect(await post(`Calls/${live?.sid}.json`, { Status: 'completed' })).toEqual([400, 21220]);
  });

  it('deletes a call only once it ended', async () => {
    const { sid } = running.simulator.calls.create({ from: BUYER, to: JAPANESE, direction: 'inbound' });
    const remove = async () =>
      (await running.call(`${account}/Calls/${sid}.json`, { method: 'DELETE' })).status;
    expect(await remove()).toBe(400);
    running.simulator.calls.updateStatus(sid, 'completed');
    expect(await remove()).toBe(204);
  });

  it('sets every webhook of a number', async () => {
    const number = running.client.incomingPhoneNumbers(running.simulator.numbers.get(JAPANESE)?.sid ?? '');
    const webhooks = {
      voiceUrl: 'https://example.com/voice',
      voiceMethod: 'GET',
      voiceFallbackUrl: 'https://example.com/voice-fallback',
      voiceFallbackMethod: 'POST',
      smsUrl: 'https://example.com/sms',
      smsMethod: 'POST',
      smsFallbackUrl: 'https://example.com/sms-fallback',
      smsFallbackMethod: 'GET',
      statusCallback: 'https://example.com/status',
      statusCallbackMethod: 'GET',
    };
    await number.update(webhooks);
    expect(await number.fetch()).toMatchObject(webhooks);
    expect(await number.update({ voiceUrl: '' })).toMatchObject({ ...webhooks, voiceUrl: '' });
    await expect(number.update({ voiceMethod: 'PUT' })).rejects.toMatchObject({ status: 400 });
  });

  it('finds numbers by a part of them, and calls by their other side', async () => {
    const { client } = running;
    const found = await client.incomingPhoneNumbers.list({ phoneNumber: '8150311*0001' });
    expect(found.map(({ phoneNumber }) => phoneNumber)).toEqual([JAPANESE]);
    expect(await client.calls.list({ to: JAPANESE, from: AMERICAN })).toEqual([]);
  });
});
