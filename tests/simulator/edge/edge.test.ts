import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, request } from 'node:http';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { getExpectedBodyHash, getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import { Edge } from '../../../simulator/edge/edge';
import { close, listen } from '../../../simulator/server';

const authToken = 'secret';
const functionsDir = mkdtempSync(join(tmpdir(), 'tokumei-edge-'));
const json = { 'Content-Type': 'application/json' };
const form = { 'Content-Type': 'application/x-www-form-urlencoded' };

/** Stands for the runtime: answers with what reached it; /slow never answers. */
const runtime = createServer(async (incoming, response) => {
  if (incoming.url === '/slow') return;
  const body = await textOf(incoming);
  response.setHeader('X-From-Function', 'yes');
  response.statusCode = 201;
  response.end(
    JSON.stringify({ method: incoming.method, url: incoming.url, headers: incoming.headers, body }),
  );
});
let edge: Edge;
let runtimeUrl: string;

beforeAll(async () => {
  mkdirSync(join(functionsDir, 'proxy'));
  for (const name of ['connect.js', 'proxy/intercept.protected.js', 'dump.private.js']) {
    writeFileSync(join(functionsDir, name), '');
  }
  const context = { AUTH_TOKEN: authToken };
  edge = await new Edge({ functionsDir, context, answerMs: 200 }).start();
  expect((await call('/connect', {})).status).toBe(503);
  runtimeUrl = await listen(runtime, 0);
  edge.serve(runtimeUrl);
});

afterAll(async () => {
  await edge.stop();
  await close(runtime);
  rmSync(functionsDir, { recursive: true });
});

describe('what passes', () => {
  it('reaches the Function and comes back unchanged', async () => {
    const answer = await call('/connect?a=1', {
      method: 'POST',
      headers: { ...json, 'X-Own': '1' },
      body: '{"b":2}',
    });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('X-From-Function')).toBe('yes');
    expect(answer.headers.get('X-Powered-By')).toBeNull();
    const seen = await seenBy(answer);
    expect(seen).toMatchObject({ method: 'POST', url: '/connect?a=1', body: '{"b":2}' });
    expect(seen.headers).toMatchObject({ 'x-own': '1', host: new URL(edge.url).host });
  });

  it('arrives unpacked where it was sent compressed', async () => {
    const headers = { ...json, 'Content-Encoding': 'gzip' };
    const seen = await seenBy(await call('/connect', { method: 'POST', headers, body: gzipSync('{"b":2}') }));
    expect(seen.body).toBe('{"b":2}');
    expect(seen.headers).not.toHaveProperty('content-encoding');
  });

  it('arrives although the runtime has just given up the connection, idle for a while', async () => {
    const connections = new Map<Socket, number>();
    const impatient = createServer((incoming, response) => {
      const served = connections.get(incoming.socket) ?? 0;
      connections.set(incoming.socket, served + 1);
      if (served > 0) incoming.socket.resetAndDestroy();
      else response.end('{}');
    });
    const other = await new Edge({ functionsDir, context: { AUTH_TOKEN: authToken } }).start();
    other.serve(await listen(impatient, 0));
    const statuses = [];
    for (let time = 0; time < 3; time += 1) statuses.push((await fetch(`${other.url}/connect`)).status);
    await other.stop();
    await close(impatient);
    expect(statuses).toEqual([200, 200, 200]);
    expect(connections.size).toBeGreaterThan(1);
  });

  it('arrives without a body that is neither JSON nor a form', async () => {
    const headers = { 'Content-Type': 'text/plain' };
    const seen = await seenBy(await call('/connect', { method: 'POST', headers, body: 'hello' }));
    expect(seen.body).toBe('');
  });

  it('arrives for OPTIONS, which the runtime answers for the platform', async () => {
    const seen = await seenBy(await call('/proxy/intercept', { method: 'OPTIONS' }));
    expect(seen.method).toBe('OPTIONS');
  });
});

describe('what is refused', () => {
  it.each(['PUT', 'DELETE', 'PATCH'])('%s', async (method) => {
    await expect(call('/connect', { method })).resolves.toMatchObject({ status: 405 });
  });

  it('a GET with a body', async () => {
    const refused = await new Promise<IncomingMessage>((resolve, reject) => {
      request(`${edge.url}/connect`, { method: 'GET', headers: { ...json, 'Content-Length': 2 } }, resolve)
        .once('error', reject)
        .end('{}');
    });
    expect(refused.statusCode).toBe(403);
    refused.resume();
  });

  it('a private Function', async () => {
    await expect(call('/dump', {})).resolves.toMatchObject({ status: 404 });
  });

  it.each([
    ['in its body', {}, 1_000_000],
    ['with its headers', { 'X-Long': 'x'.repeat(8_000) }, 995_000],
  ])('a request with more than 1 MB %s', async (_, long, length) => {
    const body = JSON.stringify({ text: 'x'.repeat(length) });
    const headers = { ...json, ...long };
    await expect(call('/connect', { method: 'POST', headers, body })).resolves.toMatchObject({ status: 413 });
  });

  it.each(['{"tel":"090', '"text"', '{"a":1}}'])(
    'the malformed JSON %s, without quoting it',
    async (body) => {
      const answer = await call('/connect', { method: 'POST', headers: json, body });
      expect(answer.status).toBe(400);
      await expect(answer.text()).resolves.toBe('Bad Request');
    },
  );

  it('a Function that takes too long', async () => {
    await expect(call('/slow', {})).resolves.toMatchObject({ status: 504 });
  });
});

describe('a protected Function', () => {
  const fields = { interactionSid: 'KI1', interactionType: 'Voice', empty: '' };
  const body = new URLSearchParams(fields).toString();

  it('answers a signed form', async () => {
    const signature = sign('/proxy/intercept?x=1', fields);
    const answer = await call('/proxy/intercept?x=1', {
      method: 'POST',
      headers: { ...form, ...signature },
      body,
    });
    expect(answer.status).toBe(201);
  });

  it('answers a signed GET', async () => {
    const answer = await call('/proxy/intercept', { headers: sign('/proxy/intercept', {}) });
    expect(answer.status).toBe(201);
  });

  it('answers signed JSON', async () => {
    const text = '{"a":1}';
    const path = `/proxy/intercept?bodySHA256=${getExpectedBodyHash(text)}`;
    const answer = await call(path, { method: 'POST', headers: { ...json, ...sign(path, {}) }, body: text });
    expect(answer.status).toBe(201);
  });

  it.each([
    ['none', {}],
    ['another path', sign('/proxy/other', fields)],
    ['other fields', sign('/proxy/intercept', { ...fields, interactionSid: 'KI2' })],
    ['another token', sign('/proxy/intercept', fields, 'guess')],
  ])('refuses a signature over %s', async (_what, signature) => {
    const answer = await call('/proxy/intercept', {
      method: 'POST',
      headers: { ...form, ...signature },
      body,
    });
    expect(answer.status).toBe(403);
    expect(answer.headers.get('X-From-Function')).toBeNull();
  });

  it.each(['/x/../proxy/intercept', '/proxy/./intercept', '/proxy//intercept', '/%70roxy/intercept'])(
    'is not reached by the detour %s',
    async (path) => {
      const { hostname, port } = new URL(edge.url);
      const answer = await new Promise<IncomingMessage>((resolve, reject) => {
        request({ hostname, port, path, method: 'POST' }, resolve).once('error', reject).end();
      });
      const seen: { url?: string } = JSON.parse(await textOf(answer));
      expect(seen.url).toBe(path);
    },
  );
});

it('does not start with a context that the platform refuses', () => {
  const context = { AUTH_TOKEN: authToken, BIG: 'x'.repeat(451) };
  expect(() => new Edge({ functionsDir, context })).toThrow('BIG has 451 bytes');
});

function call(path: string, init: RequestInit): Promise<Response> {
  return fetch(edge.url + path, init);
}

interface Seen {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string;
}

async function seenBy(answer: Response): Promise<Seen> {
  return (await answer.json()) as Seen;
}

describe('behind an address of its own', () => {
  it.each([
    ['https://localhost:4430', 'https://localhost:4430', 201],
    ['https://localhost:4430', 'http://localhost:4430', 201],
    ['https://localhost:4430', 'https://localhost:4431', 403],
    ['https://market.twil.io', 'https://market.twil.io', 201],
    ['https://market.twil.io', 'http://market.twil.io', 403],
  ])('%s takes what was signed for %s with %i', async (publicUrl, base, status) => {
    const other = await new Edge({ functionsDir, context: { AUTH_TOKEN: authToken }, publicUrl }).start();
    const path = '/proxy/intercept';
    const headers = { ...form, 'X-Twilio-Signature': getExpectedTwilioSignature(authToken, base + path, {}) };
    other.serve(runtimeUrl);
    const answer = await fetch(other.url + path, { method: 'POST', headers });
    await other.stop();
    expect(answer.status).toBe(status);
  });
});

/** Lazy: the edge's address is known only once it runs. */
function sign(path: string, fields: Record<string, string>, token = authToken): Record<string, string> {
  return {
    get 'X-Twilio-Signature'() {
      return getExpectedTwilioSignature(token, edge.url + path, fields);
    },
  };
}

async function textOf(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
}
