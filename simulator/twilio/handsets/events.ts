import type { RequestHandler, Response } from 'express';
import type { Log } from '../log';
import type { Phones } from './control';

/**
 * Server-sent events: `handset` with a HandsetState, first of every handset there is and then at each change, and
 * `log` with each new LogEntry.
 */
export function eventStream(
  phones: Pick<Phones, 'handsets' | 'subscribe'>,
  log: Pick<Log, 'subscribe'>,
): RequestHandler {
  return (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    for (const handset of phones.handsets) send(response, 'handset', handset.state());
    const stops = [
      phones.subscribe((state) => send(response, 'handset', state)),
      log.subscribe((entry) => send(response, 'log', entry)),
    ];
    response.on('close', () => {
      for (const stop of stops) stop();
    });
  };
}

function send(response: Response, event: string, data: object): void {
  response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}
