import { joinByPin, type PinStore } from '../masking/pin';
import type { InteractionStore } from '../masking/ports';
import { dial, type Joining } from './dial';
import { keep, readDialReport } from './dial-report';
import { log } from './log';
import { noticeAnswer } from './notices';
import { pinAnswer } from './pin-answers';
import { readPinEntry } from './pin-webhook';
import { quietNow } from './quiet';
import type { Answer } from './runtime';
import type { Verb } from './twiml';
import { callEnded, lastWords } from './voice/last-words';
import type { WebhookCall } from './webhook-function';

type Store = PinStore & Pick<InteractionStore, 'record'>;
/** How a switchboard joins a call. */
type Join = (joining: Joining, call: WebhookCall) => Verb[];

/** Rings the partner without a word, as Twilio Proxy does; this Function is asked again when the call is over. */
export function joinPlainly(joining: Joining, { config }: WebhookCall): Verb[] {
  return [dial(joining, config, { action: 'pin' })];
}

/** Twilio asks in a call that a PIN joins: with the keys that were pressed, and, of `joinPlainly`, when the partner's phone is put down. */
export async function answerPin(call: WebhookCall, store: Store, join: Join): Promise<Answer> {
  const ended = readDialReport(call.params);
  if (ended === undefined) return joinOrRefuse(call, store, join);
  await keep(ended, call, store);
  return callEnded(ended, call.config);
}

async function joinOrRefuse(call: WebhookCall, store: Store, join: Join): Promise<Answer> {
  const { params, config, deadline, requestId } = call;
  const entry = readPinEntry(params);
  if (entry === undefined) return noticeAnswer('unknown', 'voice', config);
  if (quietNow(config)) return lastWords('quiet', config);
  const outcome = await joinByPin(entry, { store, deadline });
  const about = { requestId, resourceSid: entry.callSid };
  if (outcome.kind === 'joined') log({ event: 'pin_joined', ...about });
  else log({ event: 'pin_refused', level: 'warn', ...about, reason: outcome.reason });
  return pinAnswer(outcome, config, (joining) => join(joining, call));
}
