import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { talk } from '../../scripts/demo/phones';
import { close, listen } from '../../simulator/server';
import { type System, startSystem } from './harness';

interface Told {
  type: string;
  data: Record<string, string>;
}

const secret = `whsec_${randomBytes(32).toString('base64')}`;
let system: System;
let server: Server;
let told: Told[] = [];
let isDown = false;

/** The marketplace's end: takes only what is signed. */
beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    if (isDown) return void response.writeHead(503).end();
    told.push(new Webhook(secret).verify(body, request.headers as Record<string, string>) as Told);
    response.writeHead(204).end();
  });
  const settings = { EVENTS_URL: await listen(server, 0), EVENTS_SECRET: secret };
  system = await startSystem({ settings });
});
beforeEach(() => {
  told = [];
});
afterAll(async () => {
  await system.stop();
  server.closeAllConnections();
  await close(server);
});

const operate = (body: object) => system.call('/ops/events', { bearer: system.keys.apiKey, body });
const connect = () => system.call('/connect', { bearer: system.buyer.ticket });

it('tells the marketplace of a session and its call, in order and signed, behind the reports of the call', async () => {
  const tel = (await connect()).body.data?.tel ?? '';
  expect(told).toEqual([]);
  await talk(system.buyer.handset, system.seller.handset, tel);
  await system.roundTrips(async () => undefined);
  await operate({ action: 'deliver' });
  expect(told.map(({ type }) => type)).toEqual(['session.opened', 'call.started', 'call.ended']);
  const [opened, started, ended] = told;
  expect(opened?.data).toMatchObject({ userId: system.buyer.id, peerId: system.seller.id });
  expect(ended?.data).toMatchObject({ callId: started?.data.callId, status: 'completed' });
});

it('keeps what the receiver did not take, and delivers it later under the same id', async () => {
  isDown = true;
  await system.call('/cleanup', { bearer: system.buyer.ticket });
  expect((await operate({ action: 'deliver' })).body.data).toEqual({ delivered: 0, failed: 1 });
  expect((await operate({ action: 'status' })).body.data).toMatchObject({
    enabled: true,
    waiting: 1,
    lost: 0,
  });
  isDown = false;
  expect((await operate({ action: 'deliver' })).body.data).toEqual({ delivered: 0, failed: 0 });
  await system.simulator.twilio.clock.advance(0);
  const { body } = await operate({ action: 'list' });
  const { events } = body.data as unknown as { events: { number: number; waits: boolean; type: string }[] };
  expect(events.filter(({ waits }) => waits)).toMatchObject([{ type: 'session.closed' }]);
  const delivered = events.filter(({ waits }) => !waits).map(({ number }) => number);
  expect((await operate({ action: 'replay', numbers: delivered })).body.data).toEqual({
    replayed: delivered.length,
  });
});
