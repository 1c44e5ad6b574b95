import type { Participant } from '../../src/masking/session';
import { person } from '../support/people';
import type { FaultSystem, Reply } from './faults-system';

/** Three people of whom nobody else in the test knows anything. */
export type Trio = readonly [caller: Participant, partner: Participant, other: Participant];

export function trio(index: number): Trio {
  return [person(10 * index + 1), person(10 * index + 2), person(10 * index + 3)];
}

/** One request to one Function, with what must be there before the fault comes. */
export interface Subject {
  readonly path: string;
  /** @returns what the request needs to know. */
  prepare(system: FaultSystem, people: Trio): Promise<Record<string, string>>;
  send(system: FaultSystem, people: Trio, prepared: Record<string, string>): Promise<Reply>;
}

export function connect(system: FaultSystem, caller: Participant, callee: Participant): Promise<Reply> {
  const { userId, number: from } = caller;
  return system.call('/connect', { userId, from, peerId: callee.userId, to: callee.number });
}

/** A live session of caller and partner, as Twilio and the caller know it. */
async function live(system: FaultSystem, [caller, partner]: Trio): Promise<Record<string, string>> {
  const { status, text } = await connect(system, caller, partner);
  if (status !== 200) throw new Error(`expected a session, got ${status} ${text}`);
  const { tel, pin } = (JSON.parse(text) as { data: { tel: string; pin: string } }).data;
  const sid = system
    .liveAtTwilio()
    .find(({ participants }) => participants.some((one) => one.identifier === caller.number))?.sid;
  return { tel, pin, sid: sid ?? '' };
}

const nothing = async () => ({});
/** Takes a third off the session's life, so that a connect wants to extend it. */
const OLD_SECONDS = 1_200;
const CallSid = `CA${'1'.repeat(32)}`;

function interaction(system: FaultSystem, path: string, sid: string, changes: Record<string, string>) {
  return system.webhook(path, {
    interactionSessionSid: sid,
    interactionSid: `KI${sid.slice(2)}`,
    interactionType: 'Voice',
    inboundResourceStatus: 'ringing',
    ...changes,
  });
}

/** Every Function, and `/connect` in each of its situations. */
export const subjects = {
  'connect, same partner, late': {
    path: '/connect',
    prepare: async (system, people) => {
      const session = await live(system, people);
      await system.pass(OLD_SECONDS);
      return session;
    },
    send: (system, [caller, partner]) => connect(system, caller, partner),
  },
  'connect, new partner': {
    path: '/connect',
    prepare: nothing,
    send: (system, [caller, partner]) => connect(system, caller, partner),
  },
  'connect, same partner': {
    path: '/connect',
    prepare: live,
    send: (system, [caller, partner]) => connect(system, caller, partner),
  },
  'connect, other partner': {
    path: '/connect',
    prepare: live,
    send: (system, [caller, , other]) => connect(system, caller, other),
  },
  cleanup: {
    path: '/cleanup',
    prepare: live,
    send: (system, [{ userId }]) => system.call('/cleanup', { userId }),
  },
  sessions: {
    path: '/sessions',
    prepare: live,
    send: (system, [{ userId }]) => system.call('/sessions', { userId }),
  },
  health: { path: '/health', prepare: nothing, send: (system) => system.call('/health') },
  intercept: {
    path: '/proxy/intercept',
    prepare: live,
    send: (system, _, { sid = '' }) => interaction(system, '/proxy/intercept', sid, {}),
  },
  callback: {
    path: '/proxy/callback',
    prepare: live,
    send: (system, _, { sid = '' }) =>
      interaction(system, '/proxy/callback', sid, { outboundResourceStatus: 'completed' }),
  },
  'out-of-session': {
    path: '/proxy/out-of-session',
    prepare: nothing,
    send: (system, [{ number: From }]) =>
      system.webhook('/proxy/out-of-session', { CallSid, From, To: system.simulator.numbers[0] ?? '' }),
  },
  pin: {
    path: '/proxy/pin',
    prepare: live,
    send: (system, _, { tel: To = '', pin: Digits = '' }) =>
      system.webhook('/proxy/pin?attempt=1', { CallSid, To, From: 'anonymous', Digits }),
  },
} as const satisfies Record<string, Subject>;

export type SubjectName = keyof typeof subjects;

/** An answer in few words: status and code; what was closed; when to come again; what the caller hears. */
export function inWords({ status, retryAfter, text }: Reply): string {
  const again = retryAfter === null ? '' : `, again in ${retryAfter} s`;
  if (text.startsWith('<?xml') || text.startsWith('<Response')) return `${status} ${heard(text)}`;
  if (!text.startsWith('{')) return `${status} ${text}`.trim();
  const { code, data } = JSON.parse(text) as { code?: string; data?: Record<string, unknown> };
  const counts =
    data !== undefined && 'closed' in data ? ` closed ${data.closed}, pending ${data.pending}` : '';
  return `${status}${code === undefined ? '' : ` ${code}`}${counts}${again}`;
}

function heard(xml: string): string {
  if (xml.includes('<Dial')) return 'joined';
  return xml.includes('<Gather') ? 'asked for the PIN' : 'a notice';
}
