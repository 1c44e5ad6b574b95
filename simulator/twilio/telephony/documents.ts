import type { Source, Tools } from './scene';
import { parseTwiml, TwimlError, type TwimlKind } from './twiml';
import type { Parameters } from './webhook-client';
import type { XmlElement } from './xml';

/** Only these: Twilio would also read out text/plain and play audio, which a product here never means. */
const twimlTypes = ['application/xml', 'text/xml'];

/**
 * The verbs of a document: the one at hand, or what the webhook answers to the ordinary parameters and the source's.
 * @throws TwimlError also where the webhook fails: https://www.twilio.com/docs/api/errors/11200
 */
export async function readDocument(
  { webhooks, options }: Pick<Tools, 'webhooks' | 'options'>,
  source: Source,
  kind: TwimlKind,
  parameters: Parameters,
): Promise<XmlElement[]> {
  if (source.twiml !== undefined) return parseTwiml(source.twiml, kind);
  const answer = await webhooks.send({
    url: source.url,
    method: source.method,
    parameters: { ...parameters, ...source.parameters },
    purpose: kind,
    timeoutMs: options.webhookTimeoutMs,
  });
  if (!answer || answer.status < 200 || answer.status > 299) {
    throw new TwimlError(11200, `status ${answer?.status ?? 0}`);
  }
  if (answer.body !== '' && !twimlTypes.includes(answer.contentType)) {
    throw new TwimlError(12300, answer.contentType);
  }
  return parseTwiml(answer.body, kind);
}

/** A fallback URL is told what failed, and where: https://www.twilio.com/docs/usage/webhooks/voice-webhooks */
export function fallbackSource(fallback: Source, { code }: TwimlError, failed: Source): Source {
  return { ...fallback, parameters: { ErrorCode: String(code), ErrorUrl: failed.url } };
}
