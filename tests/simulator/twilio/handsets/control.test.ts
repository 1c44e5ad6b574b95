import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { phonesRouter } from '../../../../simulator/twilio/handsets/control';
import type { HandsetState } from '../../../../simulator/twilio/handsets/state';
import {
  buyerNumber,
  buyersProxy,
  plainNumber,
  sellerNumber,
  sellersProxy,
  settle,
  World,
} from '../telephony/world';

let world: World;
let server: Server;
let base: string;
beforeEach(async () => {
  world = await World.start();
  server = createServer(express().use('/_phones', phonesRouter(world.telephony, world.twilio.log)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/_phones`;
});
afterEach(async () => {
  expect(world.defects).toEqual([]);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await world.stop();
});

const post = async (path: string, body: unknown = {}) => {
  const headers = { 'Content-Type': 'application/json' };
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(`${base}/${path}`, { method: 'POST', headers, body: text });
  return { status: response.status, json: await response.json() };
};
const get = async <T>(path: string): Promise<T> => (await (await fetch(`${base}/${path}`)).json()) as T;
const stateOf = (number: string) => get<HandsetState>(encodeURIComponent(number));

test('a whole call through a proxy number, by HTTP alone', async () => {
  world.session(world.proxyService());
  const { json } = await post(`${buyerNumber}/call`, { to: buyersProxy });
  expect(json).toEqual({ callSid: expect.stringMatching(/^CA/) });
  await world.seller.waitFor((state) => state.status === 'ringing');
  expect(await stateOf(sellerNumber)).toMatchObject({ status: 'ringing', call: { other: sellersProxy } });
  expect((await post(`${sellerNumber}/answer`)).json).toMatchObject({ status: 'in-call' });
  await world.buyer.waitFor((state) => state.status === 'in-call');
  expect((await post(`${buyerNumber}/press`, { digits: '1' })).status).toBe(200);
  expect((await post(`${buyerNumber}/hangup`)).json).toMatchObject({ status: 'idle' });
  await world.seller.waitFor((state) => state.status === 'idle');
});

test('a call can be declined, and the number withheld', async () => {
  world.answerWith(`<Dial callerId="${sellersProxy}">${sellerNumber}</Dial>`);
  await post(`${buyerNumber}/call`, { to: plainNumber, withhold: true });
  await world.seller.waitFor((state) => state.status === 'ringing');
  expect((await post(`${sellerNumber}/decline`)).json).toMatchObject({ calls: [{ outcome: 'declined' }] });
  expect(world.application.at('/voice')[0]?.parameters.From).not.toBe(buyerNumber);
});

test('a text can be sent and read', async () => {
  world.session(world.proxyService());
  const { json } = await post(`${buyerNumber}/text`, { to: buyersProxy, body: 'こんにちは' });
  expect(json).toMatchObject({ status: 'delivered' });
  await world.seller.waitFor((state) => state.texts.length === 1);
  expect((await stateOf(sellerNumber)).texts).toMatchObject([{ other: sellersProxy, body: 'こんにちは' }]);
});

test('something can be said, and a file sent', async () => {
  world.answerWith(`<Dial callerId="${sellersProxy}">${sellerNumber}</Dial>`);
  await post(`${buyerNumber}/call`, { to: plainNumber });
  await world.seller.waitFor((state) => state.status === 'ringing');
  world.seller.answer();
  await world.seller.waitFor((state) => state.status === 'in-call');
  await settle();
  const { json } = await post(`${buyerNumber}/say`, { words: '今、駅です' });
  expect(json).toMatchObject({ heard: [{ kind: 'speech', text: '今、駅です', isOwn: true }] });
  expect((await stateOf(sellerNumber)).heard).toMatchObject([{ kind: 'speech', text: '今、駅です' }]);
  const sent = await post(`${buyerNumber}/text`, { to: plainNumber, media: ['image/jpeg'] });
  expect(sent.json).toMatchObject({ status: 'undelivered' });
  expect((await stateOf(buyerNumber)).texts).toMatchObject([{ body: '', media: 1 }]);
});

test('GET / lists every phone there is', async () => {
  const phones = await get<HandsetState[]>('');
  expect(phones.map(({ number }) => number)).toEqual([buyerNumber, sellerNumber]);
});

test.each([
  ['answer', {}, 409, 'This phone is not ringing.'],
  ['decline', {}, 409, 'This phone is not ringing.'],
  ['hangup', {}, 409, 'There is no call to end.'],
  ['press', { digits: '1' }, 409, 'Keys can only be pressed during a call.'],
  ['press', {}, 400, '"digits" is missing.'],
  ['call', {}, 400, '"to" is missing.'],
  ['call', { to: 1 }, 400, '"to" is missing.'],
  ['call', '{', 400, 'The body is not JSON.'],
  ['text', { to: plainNumber }, 400, '"body" is missing.'],
  ['text', { to: plainNumber, media: 'image/jpeg' }, 400, '"media" is not a list of texts.'],
  ['say', { words: 'hello' }, 409, 'Nobody can hear this phone now.'],
  ['explode', {}, 404, 'There is no such phone or command.'],
  ['constructor', {}, 404, 'There is no such phone or command.'],
])('%s %j answers %i', async (command, body, status, message) => {
  expect(await post(`${buyerNumber}/${command}`, body)).toMatchObject({ status, json: { message } });
});

test('what a phone cannot do now has a name that a page can translate', async () => {
  expect((await post(`${buyerNumber}/answer`, {})).json).toMatchObject({ problem: 'not_ringing' });
});

test.each(['abc', '090', plainNumber])('%s is no phone', async (number) => {
  expect((await post(`${number}/answer`)).status).toBe(404);
  expect((await fetch(`${base}/${number}`)).status).toBe(404);
});

test('the event stream shows the phones, then each change and each log entry', async () => {
  const response = await fetch(`${base}/events`);
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  world.answerWith('<Say>Hello</Say>');
  world.buyer.call(plainNumber);
  const seen = await readUntil(
    response,
    (text) => text.includes('"text":"Hello"') && text.includes('event: log'),
  );
  expect(seen).toContain('"status":"dialling"');
  expect(seen.startsWith('event: handset\ndata: {"number":"+819011112222","status":"idle"')).toBe(true);
});

test('a closed event stream is no longer written to', async () => {
  const stopPhones = jest.fn();
  jest.spyOn(world.telephony, 'subscribe').mockReturnValueOnce(stopPhones);
  const stoppedLog = new Promise<void>((resolve) => {
    jest.spyOn(world.twilio.log, 'subscribe').mockReturnValueOnce(() => {
      resolve();
      return true;
    });
  });
  const response = await fetch(`${base}/events`);
  await response.body?.cancel();
  await stoppedLog;
  expect(stopPhones).toHaveBeenCalledTimes(1);
});

async function readUntil(response: Response, done: (text: string) => boolean): Promise<string> {
  let seen = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    seen += decoder.decode(chunk, { stream: true });
    if (done(seen)) break;
  }
  return seen;
}
