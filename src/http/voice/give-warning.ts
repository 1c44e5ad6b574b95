import { type LegControl, type WarningLog, warnOfEnd } from '../../masking/limit-warning';
import { log } from '../log';
import { PASS } from '../proxy-webhook';
import { SCHEDULED } from '../qstash-function';
import type { Answer } from '../runtime';
import type { WebhookCall } from '../webhook-function';
import { readJoinedCall } from './joined-call';
import { latestWarningMs, partnersRoom, warnsOfEnd } from './last-minute';

/** The two hear that their call ends soon, once, where it still goes on. @throws DependencyError when the store cannot answer. */
export async function giveWarning(
  { params, config, requestId, deadline }: WebhookCall,
  tools: () => { log: WarningLog; control: LegControl },
): Promise<Answer> {
  const call = readJoinedCall(params, SCHEDULED);
  if (call === undefined || !warnsOfEnd(config)) return PASS;
  const claim = { ...call, requestId, latestMs: latestWarningMs(config) };
  const instructions = (answeredAtMs: number) => partnersRoom(call.interactionId, config, answeredAtMs);
  const reason = await warnOfEnd(claim, instructions, { ...tools(), deadline });
  const level = reason === 'switchboard_unavailable' ? 'warn' : 'info';
  log({ event: 'limit_warning', level, requestId, resourceSid: call.interactionId, reason });
  return PASS;
}
