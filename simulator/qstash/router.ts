import { type RequestHandler, Router, text } from 'express';
import type { Log } from '../twilio/log';
import type { Clock } from '../twilio/model';
import type { Publication, QStash } from './qstash';

/** Where the stand-in is, below the simulator's own address: like Twilio's services, under its host. */
export const QSTASH_PATH = '/qstash.upstash.io';
const KEYS = '/v2/keys';
const PUBLISH = '/v2/publish/';

const UNIT_SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3_600, d: 86_400 };
/** As many as the smallest plan has, which is also the default. */
const MOST_RETRIES = 3;
const KNOWN_HEADERS = ['upstash-delay', 'upstash-retries', 'upstash-deduplication-id'];

/**
 * Publishing and the signing keys, all of QStash's interface that is simulated; any other request is refused, and so is a header that is
 * not simulated.
 * @see https://upstash.com/docs/qstash/api-reference/messages/publish-a-message
 */
export function qstashRouter(qstash: QStash, { log, clock }: { log: Log; clock: Clock }): Router {
  const router = Router();
  router.use(text({ type: () => true }), logged(log, clock), (request, response) => {
    const refuse = (status: number, error: string) => void response.status(status).json({ error });
    if (request.get('Authorization') !== `Bearer ${qstash.token}`) return refuse(401, 'invalid token');
    if (request.method === 'GET' && request.url === KEYS) return void response.json(qstash.signingKeys);
    if (request.method !== 'POST' || !request.url.startsWith(PUBLISH)) return refuse(404, 'not simulated');
    const publication = read(request.url.slice(PUBLISH.length), String(request.body ?? ''), request.headers);
    if (typeof publication === 'string') return refuse(400, publication);
    const { message, isDuplicate } = qstash.publish(publication);
    const known = isDuplicate ? { deduplicated: true } : {};
    response.status(isDuplicate ? 202 : 201).json({ messageId: message.id, ...known });
  });
  return router;
}

/** What is to be published, or why it cannot be. */
function read(url: string, body: string, headers: NodeJS.Dict<string | string[]>): Publication | string {
  const header = (name: string) => headers[name]?.toString();
  const strange = Object.keys(headers).find(
    (name) => name.startsWith('upstash-') && !KNOWN_HEADERS.includes(name),
  );
  if (strange !== undefined) return `${strange} is not simulated`;
  if (!/^https?:\/\//.test(url) || !URL.canParse(url)) return 'invalid destination url';
  const delay = /^(\d+)([smhd])$/.exec(header('upstash-delay') ?? '0s');
  if (!delay) return 'invalid delay';
  const retries = Number(header('upstash-retries') ?? MOST_RETRIES);
  if (!Number.isInteger(retries) || retries < 0 || retries > MOST_RETRIES) return 'invalid retries';
  return {
    url,
    body,
    contentType: header('content-type') ?? '',
    delaySeconds: Number(delay[1]) * (UNIT_SECONDS[delay[2] ?? ''] ?? 0),
    retries,
    deduplicationId: header('upstash-deduplication-id'),
  };
}

function logged(log: Log, clock: Clock): RequestHandler {
  return (request, response, next) => {
    const started = performance.now();
    const target = request.url.split('?')[0] ?? request.url;
    response.once('finish', () => {
      const ms = Math.round(performance.now() - started);
      const { statusCode: status } = response;
      log.add({ at: clock.now(), kind: 'qstash', method: request.method, target, status, ms });
    });
    next();
  };
}
