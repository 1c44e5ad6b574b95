import { randomInt } from 'node:crypto';
import type { Pin } from '../masking/session';

const PIN_DIGITS = 6;
/** Even where a tenth of a number's PINs is taken, all of these are taken once in a hundred million connects. */
const CANDIDATES = 8;

/** PINs to choose from, each as likely as any other. */
export function randomPins(): Pin[] {
  return Array.from(
    { length: CANDIDATES },
    () => String(randomInt(10 ** PIN_DIGITS)).padStart(PIN_DIGITS, '0') as Pin,
  );
}
