import { CLIENT_MS, live, nothing, type Subject } from './faults-requests';
import type { FaultSystem } from './faults-system';

const CallSid = `CA${'1'.repeat(32)}`;
/** Twilio Proxy lets an interaction pass that is not judged in time. */
const INTERCEPT_MS = 2_000;

function interaction(system: FaultSystem, path: string, sid: string, changes: Record<string, string>) {
  return system.webhook(path, {
    interactionSessionSid: sid,
    interactionSid: `KI${sid.slice(2)}`,
    interactionType: 'Voice',
    inboundResourceStatus: 'ringing',
    ...changes,
  });
}

/** What Twilio asks of the proxy switchboard. */
export const proxySubjects = {
  intercept: {
    answers: { fine: '200', noStore: '403' },
    withinMs: INTERCEPT_MS,
    prepare: live,
    send: (system, _, { sid = '' }) => interaction(system, '/proxy/intercept', sid, {}),
  },
  callback: {
    answers: { fine: '200', noStore: '503' },
    withinMs: CLIENT_MS,
    prepare: live,
    send: (system, _, { sid = '' }) =>
      interaction(system, '/proxy/callback', sid, { outboundResourceStatus: 'completed' }),
  },
  'out-of-session': {
    answers: { fine: '200 asked for the PIN', noStore: '200 a notice' },
    withinMs: CLIENT_MS,
    prepare: nothing,
    send: (system, [{ number: From }]) =>
      system.webhook('/proxy/out-of-session', { CallSid, From, To: system.numbers[0] ?? '' }),
  },
  pin: {
    answers: { fine: '200 joined', noStore: '200 a notice' },
    withinMs: CLIENT_MS,
    prepare: live,
    send: (system, _, { tel: To = '', pin: Digits = '' }) =>
      system.webhook('/proxy/pin?attempt=1', { CallSid, To, From: 'anonymous', Digits }),
  },
} as const satisfies Record<string, Subject>;
