import type { Country, ProxyNumber, RealNumber } from '../../src/masking/numbers';
import type { Pair, Participant, UserId } from '../../src/masking/session';
import type { PoolNumber } from '../../src/store/redis-pool';

const JP = 'JP' as Country;

/** A user with a Japanese mobile number of their own: the same user always has the same one. */
export function person(index: number, userId = `user-${index}`): Participant {
  return { userId: userId as UserId, number: mobile(index), country: JP };
}

/** +81 90-1xxx-xxxx, valid for every index up to 9,999,999. */
export function mobile(index: number): RealNumber {
  return `+81901${String(index).padStart(7, '0')}` as RealNumber;
}

/** +81 50-3xxx-xxxx: numbers of the service. */
export function poolOf(size: number): ProxyNumber[] {
  return Array.from({ length: size }, (_, index) => `+81503${String(index).padStart(7, '0')}` as ProxyNumber);
}

/** A number that can call and text, as the pool keeps it. */
export function inPool(number: ProxyNumber): PoolNumber {
  return { number, country: JP, canCall: true, canText: true };
}

export function pairOf(caller: Participant, callee: Participant): Pair {
  return { caller, callee };
}
