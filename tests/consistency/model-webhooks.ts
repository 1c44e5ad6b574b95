import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Settings } from '../../scripts/settings';
import { readOutOfSession } from '../../src/http/incoming';
import { noticeAnswer } from '../../src/http/notices';
import { PASS, readInteraction, readReport, readText, STOP } from '../../src/http/proxy-webhook';
import type { Answer } from '../../src/http/runtime';
import { twiml } from '../../src/http/twiml';
import { WebhookParams } from '../../src/http/webhook-function';
import { DependencyError } from '../../src/masking/errors';
import { intercept } from '../../src/masking/intercept';
import { outOfSession } from '../../src/masking/out-of-session';
import type { World } from '../support/world';

const NOTICES = { NOTICE_LANGUAGE: 'en', MARKET_NAME: '' } as const;

/** Answers Proxy's three webhooks with the use cases, on the store and the clock of the world that is current. */
export interface Webhooks {
  /** Every status report so far, to be sent again. */
  readonly reports: Settings[];
  record(report: Settings): Promise<void>;
  stop(): void;
}

export async function serveWebhooks(
  { twilio, serviceSid }: World['simulator'],
  world: () => World,
): Promise<Webhooks> {
  const reports: Settings[] = [];
  const record = async (report: Settings) => {
    const read = readReport(new WebhookParams(report));
    const { store } = world();
    if (read !== undefined) await store.interactions.record(read, store.deadline());
  };
  const answers: Record<string, (params: Settings) => Promise<Answer>> = {
    '/intercept': (params) => interceptAnswer(params, world()),
    '/out-of-session': (params) => noticeFor(params, world()),
    '/callback': async (params) => {
      reports.push(params);
      await record(params);
      return PASS;
    },
  };
  const server = createServer(async (request, response) => {
    const params = Object.fromEntries(new URLSearchParams(await text(request)));
    const answer = answers[request.url ?? '']?.(params) ?? Promise.resolve(STOP);
    const { status, headers, body } = await answer.catch(onFault);
    response.writeHead(status, headers).end(String(body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  twilio.proxy.services.update(serviceSid, {
    interceptCallbackUrl: `${base}/intercept`,
    callbackUrl: `${base}/callback`,
    outOfSessionCallbackUrl: `${base}/out-of-session`,
  });
  return { reports, record, stop: () => void server.close() };
}

/** A fault that was meant for a connect may strike a late report: as in the Function, that is an answer of its own. */
function onFault(error: unknown): Answer {
  if (!(error instanceof DependencyError)) throw error;
  return { ...PASS, status: 503 };
}

async function interceptAnswer(params: Settings, { store }: World): Promise<Answer> {
  const webhook = new WebhookParams(params);
  const interaction = readInteraction(webhook);
  if (interaction === undefined) return STOP;
  const { pass } = await intercept(interaction, readText(webhook), {
    store: store.interactions,
    deadline: store.deadline(),
    onError: 'block',
    judge: () => ({ rejected: [], trace: '' }),
    identify: async () => undefined,
  });
  return pass ? PASS : STOP;
}

async function noticeFor(params: Settings, { store }: World): Promise<Answer> {
  const lost = readOutOfSession(new WebhookParams(params));
  if (lost === undefined) return noticeAnswer('unknown', 'voice', NOTICES);
  const { notice } = await outOfSession(lost, { store: store.interactions, deadline: store.deadline() });
  return notice === undefined ? twiml([]) : noticeAnswer(notice, lost.kind, NOTICES);
}
