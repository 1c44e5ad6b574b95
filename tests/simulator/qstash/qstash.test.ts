import { createHash } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { jwtVerify } from 'jose';
import type { Simulator } from '../../../simulator';
import { startTestSimulator } from '../../support/world';

let simulator: Simulator;
let destination: Server;
let url: string;
let status = 200;
let before = 0;
const received: { headers: IncomingHttpHeaders; body: string }[] = [];

beforeAll(async () => {
  simulator = await startTestSimulator();
  destination = createServer(async (request, response) => {
    received.push({ headers: request.headers, body: await text(request) });
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => destination.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(destination.address() as AddressInfo).port}/late?one=1`;
});
beforeEach(() => {
  received.length = 0;
  status = 200;
  before = simulator.twilio.log.lastId;
});
afterAll(async () => {
  destination.closeAllConnections();
  destination.close();
  await simulator.stop();
});

const publish = (headers: Record<string, string> = {}, to = url) =>
  fetch(`${simulator.qstashUrl}/v2/publish/${to}`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${simulator.qstash.token}`,
      'Content-Type': 'application/json',
      ...headers,
    },
    body: '{"a":1}',
  });
const pass = (seconds: number) => simulator.twilio.clock.advance(seconds);
const deliveries = () =>
  simulator.twilio.log.entries({ kind: 'webhook', since: before }).filter(({ note }) => note === 'QStash')
    .length;

/** Lets time pass and resolves once this many deliveries were made in this test. */
async function delivered(count: number, seconds: number): Promise<void> {
  await pass(seconds);
  while (deliveries() < count) await wait(5);
}

describe('the simulated QStash', () => {
  it('delivers what was published once its delay is over, as it was', async () => {
    expect(await (await publish({ 'Upstash-Delay': '9m' })).json()).toEqual({
      messageId: expect.stringMatching(/^msg_/),
    });
    expect(simulator.twilio.log.entries({ kind: 'qstash', since: before })).toMatchObject([
      { method: 'POST', target: `/v2/publish/${url.split('?')[0]}`, status: 201 },
    ]);
    await pass(539);
    expect(received).toEqual([]);
    await delivered(1, 1);
    expect(received).toMatchObject([
      { body: '{"a":1}', headers: { 'content-type': 'application/json', 'upstash-retried': '0' } },
    ]);
  });

  it('signs for the whole address and for the body, with the current key', async () => {
    await publish();
    await delivered(1, 0);
    const token = String(received[0]?.headers['upstash-signature']);
    const key = new TextEncoder().encode(simulator.qstash.signingKeys.current);
    const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'], issuer: 'Upstash' });
    const hash = createHash('sha256').update('{"a":1}').digest('base64');
    expect(payload).toMatchObject({ sub: url, body: hash.replaceAll('+', '-').replaceAll('/', '_') });
    expect(Number(payload.exp) - Number(payload.nbf)).toBe(300);
  });

  it('delivers again, later and later, as often as asked for', async () => {
    status = 503;
    await publish({ 'Upstash-Retries': '1' });
    await delivered(1, 0);
    await delivered(2, 12);
    expect(received.map(({ headers }) => headers['upstash-retried'])).toEqual(['0', '1']);
    await pass(3_600);
    expect(received).toHaveLength(2);
  });

  it('takes one id once', async () => {
    const answers = [await publish({ 'Upstash-Deduplication-Id': 'one' })];
    answers.push(await publish({ 'Upstash-Deduplication-Id': 'one' }));
    expect(answers.map((answer) => answer.status)).toEqual([201, 202]);
    await delivered(1, 60);
    expect(received).toHaveLength(1);
  });

  it.each([
    ['another token', 401, { Authorization: 'Bearer other' }, undefined],
    ['a delay without a unit', 400, { 'Upstash-Delay': '60' }, undefined],
    ['more retries than the plan has', 400, { 'Upstash-Retries': '9' }, undefined],
    ['what is not simulated', 400, { 'Upstash-Cron': '* * * * *' }, undefined],
    ['a destination that is no address', 400, {}, 'topic'],
  ])('refuses %s', async (_, code, headers, to) => {
    expect((await publish(headers, to)).status).toBe(code);
  });
});
