import type { Participant } from '../../src/masking/session';
import { person } from '../support/people';
import type { FaultSystem, Reply } from './faults-system';

/** Three people of whom nobody else in the test knows anything. */
export type Trio = readonly [caller: Participant, partner: Participant, other: Participant];

export function trio(index: number): Trio {
  return [person(10 * index + 1), person(10 * index + 2), person(10 * index + 3)];
}

/** One request to one Function, with what must be there before the fault comes, and how it is answered. */
export interface Subject {
  readonly answers: {
    readonly fine: string;
    readonly noStore: string;
    /** While Twilio Proxy does not do as asked, where that matters; `refusal` is how a client is told so. */
    noProxy?(refusal: string): string;
  };
  /** Milliseconds in which the answer must be there, whatever happens. */
  readonly withinMs: number;
  /** @returns what the request needs to know. */
  prepare(system: FaultSystem, people: Trio): Promise<Record<string, string>>;
  send(system: FaultSystem, people: Trio, prepared: Record<string, string>): Promise<Reply>;
}

export function connect(system: FaultSystem, caller: Participant, callee: Participant): Promise<Reply> {
  const { userId, number: from } = caller;
  return system.call('/connect', { userId, from, peerId: callee.userId, to: callee.number });
}

/** A live session of caller and partner, as Twilio and the caller know it. */
export async function live(system: FaultSystem, [caller, partner]: Trio): Promise<Record<string, string>> {
  const { status, text } = await connect(system, caller, partner);
  if (status !== 200) throw new Error(`expected a session, got ${status} ${text}`);
  const { tel, pin } = (JSON.parse(text) as { data: { tel: string; pin: string } }).data;
  const sid = system
    .liveAtTwilio()
    .find(({ participants }) => participants.some((one) => one.identifier === caller.number))?.sid;
  return { tel, pin, sid: sid ?? '' };
}

export const nothing = async () => ({});
export const noStore = '503 store_unavailable, again in 5 s';
/** What a client waits at most, in milliseconds. */
export const CLIENT_MS = 5_000;

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
  const [, word = 'nothing'] = HEARD.find(([mark]) => xml.includes(mark)) ?? [];
  return word;
}

/** What each piece of TwiML means to whom it is for; the first that is there counts. */
const HEARD = [
  ['<Dial', 'joined'],
  ['action="whisper"', 'asked to accept'],
  ['<Gather', 'asked for the PIN'],
  ['<Record', 'asked for a message'],
  ['<Message to=', 'relayed'],
  ['<Message', 'a reply'],
  ['<Say', 'a notice'],
] as const;
