import type { Handset } from '../../simulator/twilio/handsets/handset';
import type { E164 } from '../../simulator/twilio/model';
import type { Stack } from '../local/stack';

/** Somebody with a phone. */
export interface Person {
  id: string;
  phone: Handset;
}

/** A caller, and the number that the service gave last; undefined when none was, or nobody can know. */
export interface Caller extends Person {
  expected: { tel: string; peer: Person } | undefined;
}

/** Several callers reach one callee at a time, so that numbers must be told apart by who calls. */
const CALLERS_PER_CALLEE = 3;

/** As many callers as there shall be concurrent requests, and fewer callees. */
export function cast(stack: Stack, callers: number): { callers: Caller[]; callees: Person[] } {
  const person = (index: number, id: string): Person => ({
    id,
    phone: stack.simulator.telephony.handset(mobile(index)),
  });
  const size = Math.max(2, Math.ceil(callers / CALLERS_PER_CALLEE));
  return {
    callers: Array.from({ length: callers }, (_, index) => ({
      ...person(index, `caller-${index}`),
      expected: undefined,
    })),
    callees: Array.from({ length: size }, (_, index) => person(10_000 + index, `callee-${index}`)),
  };
}

/** +81 90-1xxx-xxxx. */
function mobile(index: number): E164 {
  return `+81901${String(index).padStart(7, '0')}`;
}
