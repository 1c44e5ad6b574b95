import type { Server } from 'node:http';

/** Lets a server listen on this machine only and returns its base URL; port 0 takes any free one. */
export function listen(server: Server, port: number): Promise<string> {
  // Longer than any client keeps an idle connection, so that the server never closes one that is about to be used.
  server.keepAliveTimeout = 120_000;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve(`http://127.0.0.1:${portOf(server)}`);
    });
  });
}

/** Ends a server and every connection it has, at once. */
export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
