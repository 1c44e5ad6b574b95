import { randomBytes } from 'node:crypto';
import type { Stack } from '../scripts/local/stack';
import { WebhookClient } from '../simulator/twilio/telephony/webhook-client';

/** A call or text that comes to a number of the voice switchboard, as the parameters of Twilio's request. */
export interface Incoming {
  kind: 'call' | 'text';
  from: string;
  to: string;
}

/** The Function that answers it. */
export const paths = { call: '/voice/incoming', text: '/messages/incoming' } as const;

/** What Twilio sends, with a sid of its own each time. */
export function parametersOf({ kind, from, to }: Incoming): Record<string, string> {
  const sid = randomBytes(16).toString('hex');
  if (kind === 'call') return { CallSid: `CA${sid}`, CallStatus: 'ringing', From: from, To: to };
  return { MessageSid: `SM${sid}`, From: from, To: to, Body: 'Hello', NumMedia: '0' };
}

/** Sends one webhook alone, signed: a whole call has several. @throws Error for any status but 200 */
export async function send({ functionsUrl, simulator }: Stack, incoming: Incoming): Promise<void> {
  const path = paths[incoming.kind];
  const answer = await new WebhookClient(simulator.twilio).send({
    url: functionsUrl + path,
    method: 'POST',
    parameters: parametersOf(incoming),
    purpose: path,
  });
  if (answer?.status !== 200) throw new Error(`${path} answered ${answer?.status ?? 'nothing'}`);
}
