import type { Upstash } from '../../simulator/upstash';
import { describePinAttempts } from './pin/attempts';
import { describePinJoining } from './pin/joining';
import { describePinLifetime } from './pin/lifetime';

/** What every store that gives out PINs and judges them must do, whatever engine is below. */
export function pinContract(engine: () => Upstash): void {
  describePinLifetime(engine);
  describePinJoining(engine);
  describePinAttempts(engine);
}
