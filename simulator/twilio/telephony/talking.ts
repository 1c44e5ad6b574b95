import type { Clock } from '../model';
import type { Leg } from './leg';
import { pause } from './waiting';

/**
 * Rings until the phone is picked up (true), or until `seconds` have passed, the callee is busy or declines, or
 * `signal` is aborted because the caller gave up (false).
 */
export async function ringPhone(
  clock: Clock,
  leg: Leg,
  { seconds, signal }: { seconds: number; signal: AbortSignal },
): Promise<boolean> {
  if (signal.aborted) leg.end('canceled');
  else if (!leg.isOver) leg.ring();
  const settled = new AbortController();
  const pickedUp = leg.pickedUp().finally(() => settled.abort());
  const giveUp = () => leg.end('canceled');
  signal.addEventListener('abort', giveUp, { once: true });
  void pause(clock, seconds, settled.signal).then(() => {
    if (!leg.isAnswered) leg.end('no-answer');
  });
  const answered = await pickedUp;
  signal.removeEventListener('abort', giveUp);
  return answered;
}

/**
 * Two phones talk until one of them hangs up, `signal` is aborted, or `seconds` have passed; then the callee's leg ends. It ends for the
 * caller alone when the callee is sent to other instructions: Twilio's own pages say nothing of it, and those who do it all found that so.
 */
export async function talk(
  clock: Clock,
  caller: Leg,
  callee: Leg,
  { seconds, signal }: { seconds: number; signal: AbortSignal },
): Promise<void> {
  const separate = caller.audio.connect(callee.audio);
  const takenAway = callee.join();
  await pause(clock, seconds, AbortSignal.any([signal, callee.over, takenAway]));
  separate();
  if (!takenAway.aborted) callee.end('completed');
}
