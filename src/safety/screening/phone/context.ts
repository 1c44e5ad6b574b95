import type { Hit, Hits } from '../text/hits';
import type { Span } from '../text/view';

const codeReach = 12;
/** Digits that look less like a phone number are a code from further away: "the serial on the frame is". */
const farCodeReach = 22;
const phoneReach = 16;
/** What calls digits a code stands closer to them than this, or talk stands between. */
const direct = 4;

/** How plainly the digits themselves are those of a phone number. */
export type Look = 'in-words' | 'mobile' | 'other';

/** Whether a word such as "number" belongs to another one: 追跡番号, "lot number". */
function belongsTo(cue: Hit, code: Hit): boolean {
  return cue.start >= code.start && cue.start - code.end <= 1;
}

/** The word that calls what follows a code, unless a word for phones stands closer. */
function codeBefore(span: Span, hits: Hits, look: Look): Hit | undefined {
  const reach = look === 'other' ? farCodeReach : codeReach;
  const code = hits.near('code-cue', { start: span.start, end: span.start }, reach);
  if (code === undefined || code.end > span.start) return undefined;
  const phone = hits.near('phone-cue', span, phoneReach);
  const isNearer =
    phone === undefined || phone.start > span.start || phone.start < code.start || belongsTo(phone, code);
  return isNearer ? code : undefined;
}

/** What a word for another code before the digits takes off; nobody writes another code in words, and few say so. */
function codeScore(code: Hit, span: Span, look: Look): number {
  if (look === 'in-words') return -0.2;
  return look === 'mobile' && span.start - code.end > direct ? -0.2 : -0.6;
}

/** What the words around a number say for a phone number; less than 0 where they call it another code. */
export function contextScore(span: Span, look: Look, hits: Hits): number {
  const code = codeBefore(span, hits, look);
  if (code !== undefined) return codeScore(code, span, look);
  if (look === 'other' && hits.within('code-cue', span)) return -0.5;
  const after = hits.near('code-cue', { start: span.end, end: span.end }, codeReach);
  const phone = hits.near('phone-cue', span, phoneReach);
  const isNearer = after !== undefined && (phone === undefined || phone.start >= after.start);
  if (look === 'other' && isNearer && after.start >= span.end) return -0.3;
  return phone === undefined ? 0 : 0.3;
}
