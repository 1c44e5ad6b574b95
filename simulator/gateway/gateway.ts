import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { close, listen } from '../server';
import type { Certificate } from './certificate';

/** Where Twilio's own clients reach the stand-in under Twilio's own addresses. */
export interface Gateway {
  /** What they need in their environment: the proxy, and the authority of its certificate. */
  environment: Readonly<Record<'HTTP_PROXY' | 'NODE_EXTRA_CA_CERTS', string>>;
  stop(): Promise<void>;
}

/**
 * Starts an HTTP proxy that joins every connection to a host of Twilio's with `app`, by TLS, and refuses all others:
 * nothing leaves this machine.
 */
export async function startGateway(app: RequestListener, certificate: Certificate): Promise<Gateway> {
  const twilio = createTlsServer(certificate, app);
  const sockets = new Set<Duplex>();
  const proxy = createServer((_request, response) => void response.writeHead(405).end());
  proxy.on('connect', ({ url = '' }, socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
    if (!/^[\w.-]+\.twilio\.com:443$/.test(url)) return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    twilio.emit('connection', socket);
  });
  const folder = mkdtempSync(join(tmpdir(), 'tokumei-gateway-'));
  const authority = join(folder, 'ca.pem');
  writeFileSync(authority, certificate.cert);
  const url = await listen(proxy, 0);
  const stop = async () => {
    for (const socket of sockets) socket.destroy();
    await close(proxy);
    rmSync(folder, { recursive: true });
  };
  return { environment: { HTTP_PROXY: url, NODE_EXTRA_CA_CERTS: authority }, stop };
}
