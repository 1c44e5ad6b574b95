import { counted } from '../counted';
import type { Rotation } from './rotate';

/** What a rotation did, for people. */
export function rotationText({ seals, resealed, unreadable, needed, unneeded }: Rotation): string {
  const lines = [`${counted(seals, 'sealed text')} on record, ${resealed} sealed anew`];
  for (const [id, count] of Object.entries(unreadable)) {
    lines.push(
      `${count} cannot be opened: key ${id} is missing in DATA_KEYS, or the data were tampered with`,
    );
  }
  if (needed.length > 0) {
    lines.push(`Still in use: ${needed.join(', ')}. The deployed Functions may have the old DATA_KEYS.`);
  }
  if (unneeded.length > 0) {
    lines.push(
      `No longer needed: ${unneeded.join(', ')}. Once the Functions are deployed with the new first key, take it out of DATA_KEYS.`,
    );
  }
  return lines.join('\n');
}
