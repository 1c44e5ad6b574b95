import type { LegControl, WarningSchedule } from '../../masking/limit-warning';
import type { RecordOutcome } from '../../masking/ports';
import { log } from '../log';
import type { WebhookCall } from '../webhook-function';
import { readJoinedCall } from './joined-call';
import { warningAfterSeconds, warnsOfEnd } from './last-minute';

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

/** Without a warning the call ends as any other. */
async function scheduleWarning(
  { params, config, requestId, deadline }: WebhookCall,
  schedule: WarningSchedule | undefined,
): Promise<void> {
  const call = readJoinedCall(params, ['ParentCallSid', 'CallSid']);
  if (call === undefined) return;
  const isScheduled = await schedule?.schedule(call, warningAfterSeconds(config), deadline);
  const about = { requestId, resourceSid: call.interactionId };
  if (!isScheduled) log({ event: 'limit_warning', level: 'warn', ...about, reason: 'not_scheduled' });
}
