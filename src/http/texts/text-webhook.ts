import type { IncomingText, TextOutcome } from '../../masking/incoming-text';
import type { InteractionReport } from '../../masking/ports';
import { isStatus } from '../dial-report';
import { readIncoming } from '../incoming';
import { sidOrNothing } from '../log';
import type { NoticeSettings } from '../notices';
import { reportUrl } from '../report-url';
import type { Answer } from '../runtime';
import { twiml } from '../twiml';
import type { WebhookParams } from '../webhook-function';
import { reply } from './words';

/**
 * Words between a phone and the network: Twilio itself obeys and answers them, and still tells us. That YES opts in again is left out: it is an
 * ordinary answer to a partner.
 * @see https://help.twilio.com/articles/223134027
 */
const OPT_OUT = /^\s*(stop|stopall|unsubscribe|cancel|end|quit|revoke|optout|start|unstop|help|info)\s*$/i;

/** The text that came to a number of ours; undefined where the request names none. */
export function readIncomingText(params: WebhookParams): IncomingText | undefined {
  const incoming = readIncoming(params, 'message');
  const body = params.get('Body');
  return (
    incoming && {
      ...incoming,
      body,
      hasMedia: Number(params.get('NumMedia')) > 0,
      isOptOut: params.get('OptOutType') !== '' || OPT_OUT.test(body),
    }
  );
}

/**
 * Relays the text whole from the number that the partner knows, or tells its sender why not.
 * @see https://www.twilio.com/docs/messaging/twiml/message
 */
export function textAnswer(
  outcome: TextOutcome,
  { interactionId, body }: Pick<IncomingText, 'interactionId' | 'body'>,
  { config, baseUrl }: { config: NoticeSettings; baseUrl: string },
): Answer {
  if (outcome.kind !== 'joined') {
    const text = reply(outcome, config);
    return twiml(text === undefined ? [] : [{ verb: 'Message', text }]);
  }
  const attributes = {
    to: outcome.partner,
    from: outcome.callerId,
    statusCallback: reportUrl(baseUrl, `/messages/status?text=${interactionId}`),
  };
  return twiml([{ verb: 'Message', attributes, children: [{ verb: 'Body', text: body }] }]);
}

/**
 * How the relayed text fares, of which the log knows by the text that came in.
 * @see https://www.twilio.com/docs/messaging/guides/track-outbound-message-status
 */
export function readTextReport(params: WebhookParams): InteractionReport | undefined {
  const interactionId = sidOrNothing(params.get('text'));
  const status = params.get('MessageStatus');
  if (interactionId === undefined || !isStatus(status)) return undefined;
  return { interactionId, kind: 'message', status };
}
