import { CLIENT_MS, live, type Subject, type Trio } from './faults-requests';
import type { FaultSystem } from './faults-system';

/** A caller, or a called person, in silence. */
const SILENCE_MS = 3_000;
const onLine = { withinMs: SILENCE_MS, prepare: live };
/** Twilio may report again. */
const report = { answers: { fine: '200', noStore: '503' }, withinMs: CLIENT_MS };

/** The sid of a resource of this trio's caller. */
const sidOf = (kind: string, [{ number }]: Trio) => `${kind}${number.slice(1).padStart(32, '0')}`;

/** The caller's call, or another's, that reaches a number of the service. */
export function dials(system: FaultSystem, people: Trio, From: string, To: string) {
  return system.webhook('/voice/incoming', { CallSid: sidOf('CA', people), From, To });
}

/** A live session and, in it, a call that rings. */
async function ringing(system: FaultSystem, people: Trio): Promise<Record<string, string>> {
  const session = await live(system, people);
  const { text } = await dials(system, people, people[0].number, session.tel ?? '');
  const shown = /callerId="([^"]+)"/.exec(text)?.[1];
  if (shown === undefined) throw new Error(`expected a call, got ${text}`);
  return { ...session, shown };
}

function texts(system: FaultSystem, people: Trio, To: string) {
  const [{ number: From }] = people;
  return system.webhook('/messages/incoming', { MessageSid: sidOf('SM', people), From, To, Body: 'hi' });
}

/** What Twilio asks of our own routing, with calls recorded, a mailbox, and missed calls told of. */
export const voiceSubjects = {
  call: {
    ...onLine,
    answers: { fine: '200 joined', noStore: '200 a notice' },
    send: (system, people, { tel = '' }) => dials(system, people, people[0].number, tel),
  },
  'call of a stranger': {
    ...onLine,
    answers: { fine: '200 asked for the PIN', noStore: '200 a notice' },
    send: (system, people, { tel = '' }) => dials(system, people, people[2].number, tel),
  },
  PIN: {
    ...onLine,
    answers: { fine: '200 joined', noStore: '200 a notice' },
    send: (system, people, { tel: To = '', pin: Digits = '' }) =>
      system.webhook('/voice/pin?attempt=1', { CallSid: sidOf('CA', people), To, From: 'anonymous', Digits }),
  },
  whisper: {
    ...onLine,
    answers: { fine: '200 asked to accept', noStore: '200 asked to accept' },
    send: (system) => system.webhook('/voice/whisper', {}),
  },
  'key of the called person': {
    ...onLine,
    prepare: ringing,
    answers: { fine: '200 nothing', noStore: '200 nothing' },
    send: (system, people) =>
      system.webhook('/voice/whisper', { ParentCallSid: sidOf('CA', people), Digits: '1' }),
  },
  'after-dial': {
    ...onLine,
    prepare: ringing,
    answers: { fine: '200 asked for a message', noStore: '200 a notice' },
    send: (system, people) =>
      system.webhook('/voice/after-dial', { CallSid: sidOf('CA', people), DialCallStatus: 'no-answer' }),
  },
  voicemail: {
    ...onLine,
    answers: { fine: '200 a notice', noStore: '200 a notice' },
    send: (system, people) => system.webhook('/voice/voicemail', { CallSid: sidOf('CA', people) }),
  },
  recording: {
    ...report,
    prepare: ringing,
    send: (system, people) =>
      system.webhook('/voice/recording?kind=voicemail', {
        CallSid: sidOf('CA', people),
        RecordingSid: sidOf('RE', people),
        RecordingStatus: 'completed',
        RecordingDuration: '7',
      }),
  },
  'report of a missed call': {
    ...report,
    prepare: ringing,
    send: (system, people, { shown: From = '' }) =>
      system.webhook('/voice/status', {
        ParentCallSid: sidOf('CA', people),
        CallStatus: 'no-answer',
        From,
        To: people[1].number,
      }),
  },
  text: {
    ...onLine,
    answers: { fine: '200 relayed', noStore: '200 a reply' },
    send: (system, people, { tel = '' }) => texts(system, people, tel),
  },
  'report of a text': {
    ...report,
    prepare: async (system, people) => {
      const session = await live(system, people);
      await texts(system, people, session.tel ?? '');
      return session;
    },
    send: (system, people) =>
      system.webhook(`/messages/status?text=${sidOf('SM', people)}`, { MessageStatus: 'delivered' }),
  },
} as const satisfies Record<string, Subject>;
