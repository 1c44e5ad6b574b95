import type { HandsetState } from '../../twilio/handsets/state';
import type { NumberedEntry } from '../../twilio/log';
import type { PhonesConfig } from '../config';
import { problemText } from './problems';

/** What a phone can be told to do. @see simulator/twilio/handsets/control.ts */
export type PhoneCommand = 'call' | 'answer' | 'decline' | 'hangup' | 'press' | 'say' | 'text';

export async function loadConfig(): Promise<PhonesConfig> {
  return (await fetch('config.json')).json();
}

/** The log after the entry with this id, oldest first. */
export async function loadLog(since: number): Promise<NumberedEntry[]> {
  const { entries } = await (await fetch(`/_log?since=${since}`)).json();
  return entries;
}

/** Operates a phone. @throws Error with words for people when that is not possible now. */
export async function operate(number: string, command: PhoneCommand, body: object = {}): Promise<void> {
  const response = await fetch(`/_phones/${encodeURIComponent(number)}/${command}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (response.ok) return;
  const { problem, message = String(response.status) } = await response.json().catch(() => ({}));
  throw new Error(problemText(problem) ?? message);
}

export interface Listener {
  onHandset: (state: HandsetState) => void;
  onLog: (entry: NumberedEntry) => void;
  onConnection: (isUp: boolean) => void;
}

/** Follows the simulator; the browser reconnects by itself. */
export function follow({ onHandset, onLog, onConnection }: Listener): void {
  const events = new EventSource('/_phones/events');
  events.addEventListener('handset', ({ data }) => onHandset(JSON.parse(data)));
  events.addEventListener('log', ({ data }) => onLog(JSON.parse(data)));
  events.addEventListener('open', () => onConnection(true));
  events.addEventListener('error', () => onConnection(false));
}
