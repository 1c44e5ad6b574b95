import { readDialReport } from '../../src/http/dial-report';
import { readTextReport } from '../../src/http/texts/text-webhook';
import { readCallReport } from '../../src/http/voice/call-report';
import { WebhookParams } from '../../src/http/webhook-function';
import { incomingText } from '../../src/masking/incoming-text';
import type { ProxyNumber } from '../../src/masking/numbers';
import type { InteractionReport } from '../../src/masking/ports';
import { logEntry } from '../contracts/interaction-store/fixture';
import type { Reality } from './model-world';

/** What Twilio reported of a call or text of our own routing. */
export type VoiceReport = InteractionReport;

interface Dialled {
  readonly user: number;
  readonly tel: string;
}

const newSid = (() => {
  let last = 0;
  return (kind: 'CA' | 'SM') => `${kind}${String(++last).padStart(32, '0')}`;
})();

/** The ways in which the reports of one call overtake each other. */
const ORDERS = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
] as const;

/** Somebody dials, talks and hangs up; what the log holds in the end depends on no order of the reports. */
export async function callThroughUs(real: Reality, { user, tel }: Dialled, n: number): Promise<void> {
  const CallSid = newSid('CA');
  const expected = await real.reach(user, tel);
  const reached = await real.dial(user, tel, CallSid);
  if (reached?.partner !== expected?.partner || reached?.shown !== expected?.shown)
    throw new Error(
      `${user} dialled ${tel} twice and reached ${expected?.partner}, then ${reached?.partner}`,
    );
  if (reached === undefined) return;
  const dialled = { CallSid, DialCallStatus: 'completed', DialBridged: 'true', DialCallDuration: '5' };
  const reports = [
    readCallReport(new WebhookParams({ ParentCallSid: CallSid, CallStatus: 'in-progress' }), false),
    readDialReport(new WebhookParams(dialled)),
    readCallReport(new WebhookParams({ CallSid, CallStatus: 'completed' }), false),
  ];
  for (const index of ORDERS[n % ORDERS.length] ?? []) await report(real, reports[index]);
  const entry = await logEntry(real.world.store, CallSid);
  if (entry.st !== 'completed' || entry.e === undefined || entry.du !== '5')
    throw new Error(`the log of a call is ${JSON.stringify(entry)}`);
}

/** Somebody writes: the words go where a call would ring. */
export async function textThroughUs(real: Reality, { user, tel }: Dialled): Promise<void> {
  const { store } = real.world;
  const MessageSid = newSid('SM');
  const expected = await real.reach(user, tel);
  const { number: from } = real.person(user);
  const text = { interactionId: MessageSid, kind: 'message', from, to: tel as ProxyNumber } as const;
  const outcome = await incomingText(
    { ...text, body: 'words', hasMedia: false, isOptOut: false },
    { router: store.interactions, deadline: store.deadline(), judge: () => ({ rejected: [], trace: '' }) },
  );
  const partner = outcome.kind === 'joined' ? real.indexOf(outcome.partner) : undefined;
  if (partner !== expected?.partner)
    throw new Error(`${user} texted ${tel}, which reached ${partner} instead of ${expected?.partner}`);
  if (partner !== undefined)
    await report(real, readTextReport(new WebhookParams({ text: MessageSid, MessageStatus: 'delivered' })));
}

async function report({ reports, world: { store } }: Reality, one: VoiceReport | undefined): Promise<void> {
  if (one === undefined) throw new Error('a report was not understood');
  reports.push(one);
  await store.interactions.record(one, store.deadline());
}
