import type { Stack } from '../local/stack';
import { placeCall } from './call';
import type { Counts } from './counts';
import type { Caller, Person } from './people';
import { Service, type ServiceAnswer } from './service';

/** A client never waits longer, in milliseconds. */
const PROMISED_MS = 5_000;

interface Load {
  stack: Stack;
  callers: readonly Caller[];
  callees: readonly Person[];
  seconds: number;
  counts: Counts;
  progress: (text: string) => void;
}

/** Lets every caller do one thing after the other until the time is over. */
export async function runLoad({ stack, callers, callees, seconds, counts, progress }: Load): Promise<void> {
  const endMs = performance.now() + seconds * 1_000;
  const service = new Service(stack);
  const worker = async (caller: Caller) => {
    while (performance.now() < endMs) await act(caller, { stack, service, callees, counts });
  };
  const tell = () =>
    progress(`${Math.max(0, Math.ceil((endMs - performance.now()) / 1_000))} s of load left`);
  const timer = setInterval(tell, 1_000);
  await Promise.all(callers.map(worker)).finally(() => clearInterval(timer));
}

interface Scene {
  stack: Stack;
  service: Service;
  callees: readonly Person[];
  counts: Counts;
}

async function act(caller: Caller, scene: Scene): Promise<void> {
  const chance = Math.random();
  if (caller.expected === undefined || chance < 0.35) await connect(caller, scene);
  else if (chance < 0.8) await call(caller, caller.expected, scene);
  else if (chance < 0.9) await look(caller, caller.expected, scene);
  else await cleanup(caller, scene);
}

/** Until an answer is there nobody can know which session lives; after a refusal neither. */
async function connect(caller: Caller, { service, callees, counts }: Scene): Promise<void> {
  const peer = callees[Math.floor(Math.random() * callees.length)];
  if (peer === undefined) return;
  caller.expected = undefined;
  const answer = await answered('connect', () => service.connect(caller, peer), counts);
  if (answer?.data.tel !== undefined) caller.expected = { tel: answer.data.tel, peer };
}

async function call(caller: Caller, { tel, peer }: Expected, { stack, counts }: Scene): Promise<void> {
  const result = await placeCall(stack, caller, tel, peer);
  counts.add(`call ${result}`);
  if (result === 'crossed') counts.add('crossed');
}

async function look(caller: Caller, { tel }: Expected, { service, counts }: Scene): Promise<void> {
  const answer = await answered('sessions', () => service.sessions(caller), counts);
  const { sessions } = answer?.data ?? {};
  if (sessions !== undefined && !sessions.some((session) => session.tel === tel)) counts.add('lost');
}

async function cleanup(caller: Caller, { service, counts }: Scene): Promise<void> {
  caller.expected = undefined;
  await answered('cleanup', () => service.cleanup(caller), counts);
}

type Expected = NonNullable<Caller['expected']>;

async function answered(
  name: string,
  ask: () => Promise<ServiceAnswer>,
  counts: Counts,
): Promise<ServiceAnswer | undefined> {
  try {
    const answer = await ask();
    counts.add(`${name} ${answer.code}`);
    if (answer.status === 500 || answer.status > 503) counts.add('unexpected');
    if (answer.ms > PROMISED_MS) counts.add('slow');
    return answer;
  } catch {
    counts.add(`${name} without an answer`);
    counts.add('unexpected');
    return undefined;
  }
}
