import type { Hits } from '../text/hits';
import { originalSpan, type View } from '../text/view';
import type { Finding } from '../types';
import type { Group } from './groups';

const mobile = /^0[5789]0\d{8}$/u;
const head = /^0[5789]0/u;
const confidence = 0.65;

/** The orders in which the parts of a number are told: its head first, then the rest as told or from the end. */
function ordersOf(groups: readonly Group[]): string[] {
  const parts = groups.map((group) => group.digits);
  const first = parts.findIndex((part) => head.test(part));
  if (first < 0) return [];
  const rest = parts.filter((_, index) => index !== first);
  return [[parts[first], ...rest].join(''), [parts[first], ...rest.toReversed()].join('')];
}

/** A mobile number whose head is told after its other parts: "5678 at the end, 1234 before, 090 in front". */
export function findReordered(view: View, groups: readonly Group[], hits: Hits): Finding[] {
  const parts = groups.filter((group) => !group.quantity);
  const [from, to] = [parts[0]?.from ?? 0, parts.at(-1)?.to ?? 0];
  if (parts.length > 11 || hits.all('reorder').length === 0) return [];
  if (!ordersOf(parts).some((digits) => mobile.test(digits))) return [];
  return [{ ...originalSpan(view, from, to), kind: 'phone', confidence, reason: 'phone-number-disguised' }];
}
