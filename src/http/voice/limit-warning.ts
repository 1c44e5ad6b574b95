import {
  type JoinedCall,
  joinedCallText,
  type LegControl,
  type WarningLog,
  type WarningSchedule,
  warnOfEnd,
} from '../../masking/limit-warning';
import type { RecordOutcome } from '../../masking/ports';
import { log, sidOrNothing } from '../log';
import { PASS } from '../proxy-webhook';
import { isFromQStash } from '../qstash-signature';
import type { Request } from '../request';
import type { Answer, Handler } from '../runtime';
import { type WebhookCall, type WebhookParams, webhookFunction } from '../webhook-function';
import { latestWarningMs, partnersRoom, warningAfterSeconds, warnsOfEnd } from './last-minute';

/** The Function that QStash calls. */
export const WARNING_PATH = '/qstash/warning';

/** A Function for QStash, which signs what it sends. What fails is asked for once more. */
export function qstashFunction(action: (call: WebhookCall) => Promise<Answer>): Handler {
  return webhookFunction({ budgetMs: 6_000, onFault: { ...PASS, status: 503 }, admits: isSigned }, action);
}

async function isSigned({ headers }: Request, { params, config, baseUrl }: WebhookCall): Promise<boolean> {
  const { QSTASH_CURRENT_SIGNING_KEY: current, QSTASH_NEXT_SIGNING_KEY: next } = config;
  const call = readJoinedCall(params, 'interactionId', 'legId');
  if (call === undefined) return false;
  // The runtime keeps no raw body: what was read must be all that was signed.
  const signed = { signature: headers['upstash-signature'] ?? '', url: baseUrl + WARNING_PATH };
  const keys = [current, next].filter((key) => key !== undefined);
  return isFromQStash({ ...signed, body: joinedCallText(call) }, keys);
}

/** The two hear that their call ends soon, once, where it still goes on. @throws DependencyError when the store cannot answer. */
export async function giveWarning(
  { params, config, requestId, deadline }: WebhookCall,
  tools: () => { log: WarningLog; control: LegControl },
): Promise<Answer> {
  const call = readJoinedCall(params, 'interactionId', 'legId');
  if (call === undefined || !warnsOfEnd(config)) return PASS;
  const claim = { ...call, requestId, latestMs: latestWarningMs(config) };
  const instructions = (answeredAtMs: number) => partnersRoom(call.interactionId, config, answeredAtMs);
  const reason = await warnOfEnd(claim, instructions, { ...tools(), deadline });
  const level = reason === 'switchboard_unavailable' ? 'warn' : 'info';
  log({ event: 'limit_warning', level, requestId, resourceSid: call.interactionId, reason });
  return PASS;
}

/** What a report has to do with a warning: an answered call is scheduled for one, and whoever is left alone by it is not kept waiting. */
export async function followWarning(
  call: WebhookCall,
  outcome: RecordOutcome | undefined,
  tools: () => { schedule: WarningSchedule | undefined; control: LegControl },
): Promise<void> {
  if (!warnsOfEnd(call.config)) return;
  const alone = outcome?.kind === 'moved' ? undefined : outcome?.alone;
  if (alone !== undefined) await tools().control.hangUp(alone, call.deadline);
  if (call.params.get('CallStatus') === 'in-progress') await scheduleWarning(call, tools().schedule);
}

async function scheduleWarning(
  { params, config, requestId, deadline }: WebhookCall,
  schedule: WarningSchedule | undefined,
): Promise<void> {
  const call = readJoinedCall(params, 'ParentCallSid', 'CallSid');
  if (call === undefined) return;
  const isScheduled = await schedule?.schedule(call, warningAfterSeconds(config), deadline);
  const about = { requestId, resourceSid: call.interactionId };
  if (!isScheduled) log({ event: 'limit_warning', level: 'warn', ...about, reason: 'not_scheduled' });
}

function readJoinedCall(params: WebhookParams, caller: string, called: string): JoinedCall | undefined {
  const interactionId = sidOrNothing(params.get(caller));
  const legId = sidOrNothing(params.get(called));
  return interactionId === undefined || legId === undefined ? undefined : { interactionId, legId };
}
