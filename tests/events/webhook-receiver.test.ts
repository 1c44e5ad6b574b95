import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { close, listen } from '../../simulator/server';
import { WebhookReceiver } from '../../src/events/webhook-receiver';
import { deadlineIn } from '../../src/masking/deadline';
import type { ServiceEvent } from '../../src/masking/events';

const secretOf = () => `whsec_${randomBytes(32).toString('base64')}`;
const event: ServiceEvent = {
  id: 'evt_1',
  type: 'session.opened',
  atMs: Date.UTC(2026, 10, 22, 9, 0, 0),
  data: { sessionId: 'tk1', userId: 'buyer-1', expiresAtMs: Date.UTC(2026, 10, 22, 10, 0, 0) },
};

describe('a receiver of events', () => {
  let server: Server;
  let url: string;
  let status = 200;
  let received: { headers: Record<string, string>; body: string; path: string }[] = [];

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      received.push(await read(request));
      if (status === 0) return void request.socket.destroy();
      if (status === -1) return;
      response.writeHead(status, status === 302 ? { Location: `${url}/elsewhere` } : {}).end('{}');
    });
    url = await listen(server, 0);
  });
  beforeEach(() => {
    received = [];
    status = 200;
  });
  afterAll(async () => {
    server.closeAllConnections();
    await close(server);
  });

  it('gets an event with its version and instants in ISO 8601, signed', async () => {
    const secret = secretOf();
    expect(await new WebhookReceiver({ url, secrets: [secret] }).send(event, deadlineIn(2_000))).toBe(true);
    const [{ headers, body } = { headers: {}, body: '' }] = received;
    expect(new Webhook(secret).verify(body, headers)).toEqual({
      type: 'session.opened',
      version: 1,
      timestamp: '2026-11-22T09:00:00.000Z',
      data: { sessionId: 'tk1', userId: 'buyer-1', expiresAt: '2026-11-22T10:00:00.000Z' },
    });
    expect(headers).toMatchObject({ 'webhook-id': 'evt_1', 'content-type': 'application/json' });
  });

  it('may verify with the newer or the older secret, and with no other', async () => {
    const [newer, older, other] = [secretOf(), secretOf(), secretOf()];
    await new WebhookReceiver({ url, secrets: [newer, older] }).send(event, deadlineIn(2_000));
    const [{ headers, body } = { headers: {}, body: '' }] = received;
    for (const secret of [newer, older])
      expect(() => new Webhook(secret).verify(body, headers)).not.toThrow();
    expect(() => new Webhook(other).verify(body, headers)).toThrow('No matching signature');
    expect(() => new Webhook(newer).verify(`${body} `, headers)).toThrow('No matching signature');
  });

  it.each([
    [204, true],
    [302, false],
    [400, false],
    [410, false],
    [500, false],
    [0, false],
  ])('that answers %i has taken the event: %s', async (answered, taken) => {
    status = answered;
    const receiver = new WebhookReceiver({ url, secrets: [secretOf()] });
    expect(await receiver.send(event, deadlineIn(2_000))).toBe(taken);
    expect(received).toHaveLength(1);
  });

  it('that does not answer is given up at the deadline, and after three seconds at the latest', async () => {
    status = -1;
    const waits = jest.spyOn(AbortSignal, 'timeout').mockImplementation(() => AbortSignal.abort());
    const receiver = new WebhookReceiver({ url, secrets: [secretOf()] });
    expect(await receiver.send(event, { remainingMs: () => 200 })).toBe(false);
    expect(await receiver.send(event, { remainingMs: () => 60_000 })).toBe(false);
    expect(waits.mock.calls).toEqual([[200], [3_000]]);
    waits.mockRestore();
  });
});

async function read(request: IncomingMessage) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );
  return { headers, body: Buffer.concat(chunks).toString('utf8'), path: request.url ?? '' };
}
