import type { E164, ProxyService } from '../../model';
import { raiseAlert } from '../alerts';
import type { Source, Tools } from '../scene';
import type { Parameters, WebhookAnswer } from '../webhook-client';
import { createSession } from './auto-create';
import { previousSessionParameters } from './callback-parameters';

/** Who reached which proxy number without a session, and what the ordinary webhook would carry. */
export interface Stray {
  from: string;
  to: E164;
  parameters: Parameters;
}

/** What Proxy is to do: carry out TwiML, look for a session again (one was created), or nothing. */
export type Instruction = { do: 'twiml'; source: Source } | { do: 'route' } | { do: 'nothing' };

const nothing: Instruction = { do: 'nothing' };

/**
 * Asks the application what to do with a call or text that has no session.
 * https://www.twilio.com/docs/proxy/out-session-callback-response-guide
 */
export async function askOutOfSession(
  tools: Tools,
  service: ProxyService,
  stray: Stray,
): Promise<Instruction> {
  const { ports, webhooks, options } = tools;
  const url = service.outOfSessionCallbackUrl;
  if (!url) return giveUp(tools, 80905);
  const previous = ports.proxy.previous(stray.from, stray.to);
  const answer = await webhooks.send({
    url,
    method: 'POST',
    parameters: { ...stray.parameters, ...previousSessionParameters(previous, ports.accountSid) },
    purpose: 'out of session',
    timeoutMs: options.webhookTimeoutMs,
  });
  if (!answer || answer.status < 200 || answer.status > 299) {
    return giveUp(tools, 80913, `status ${answer?.status ?? 0}`);
  }
  return follow(tools, service, stray, answer);
}

/**
 * The guide names exactly two content types. Whether `text/xml` works too is unknown, so it does not here.
 */
function follow(tools: Tools, service: ProxyService, stray: Stray, answer: WebhookAnswer): Instruction {
  if (answer.contentType === 'application/xml') {
    return { do: 'twiml', source: { url: answer.url, method: 'POST', twiml: answer.body } };
  }
  if (answer.contentType !== 'application/json') return giveUp(tools, 80905, answer.contentType || 'no type');
  const error = createSession(tools.ports, service, stray, answer.body);
  return error === undefined ? { do: 'route' } : giveUp(tools, 80905, error);
}

function giveUp({ ports }: Tools, code: 80905 | 80913, detail = ''): Instruction {
  raiseAlert(ports, code, detail);
  return nothing;
}
