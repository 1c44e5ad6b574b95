import { BUYER, form, json, PROXY_NUMBERS, type RunningSimulator, SELLER, startSimulator } from '../support';

const [NUMBER] = PROXY_NUMBERS;

let running: RunningSimulator;
let serviceSid: string;
beforeAll(async () => {
  running = await startSimulator();
  const capabilities = { voice: true, sms: true, mms: false, fax: false };
  running.simulator.numbers.add({ phoneNumber: NUMBER, capabilities });
  serviceSid = (await running.client.proxy.v1.services.create({ uniqueName: 'marketplace' })).sid;
  await running.client.proxy.v1.services(serviceSid).phoneNumbers.create({ phoneNumber: NUMBER });
});
afterEach(() => running.simulator.proxy.sessions.deleteAll(serviceSid));
afterAll(() => running.stop());

/** The paths of the texts to buyer and seller in a session. */
async function open(mode: 'voice-only' | 'voice-and-message') {
  const { sessions } = running.client.proxy.v1.services(serviceSid);
  const participants = [BUYER, SELLER].map((Identifier) => ({ Identifier }));
  const session = await sessions.create({ mode, ttl: 60, participants });
  const base = `/proxy.twilio.com/v1/Services/${serviceSid}/Sessions/${session.sid}/Participants`;
  const list = await sessions(session.sid).participants.list();
  const paths = list.map(({ sid }) => `${base}/${sid}/MessageInteractions`);
  return { sid: session.sid, buyer: paths[0] ?? '', seller: paths[1] ?? '' };
}

const send = async (path: string, body = 'hello') => {
  const response = await running.call(path, form(['Body', body]));
  return { status: response.status, ...(await json<{ sid: string; code: number }>(response)) };
};

describe('a text to a participant', () => {
  it('needs words, a session that takes texts, and an open one', async () => {
    const paths = await open('voice-and-message');
    expect(await send(paths.buyer, '')).toMatchObject({ status: 400, code: 20001 });
    await running.client.proxy.v1.services(serviceSid).sessions(paths.sid).update({ status: 'closed' });
    expect(await send(paths.buyer)).toMatchObject({ status: 400, code: 80607 });
    const voiceOnly = await open('voice-only');
    expect(await send(voiceOnly.buyer)).toMatchObject({ status: 400, code: 80202 });
  });

  it('is an interaction of the session and belongs to that participant only', async () => {
    const { sid, buyer, seller } = await open('voice-and-message');
    const text = await send(buyer);
    expect(running.simulator.proxy.sessions.find(sid)?.status).toBe('in-progress');
    expect((await running.call(`${buyer}/${text.sid}`)).status).toBe(200);
    expect((await running.call(`${seller}/${text.sid}`)).status).toBe(404);
    expect(await json(await running.call(seller))).toMatchObject({ interactions: [] });
  });
});
