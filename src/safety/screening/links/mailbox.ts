import { findHandles } from '../talk/handles';
import { originalSpan, type View } from '../text/view';
import type { Finding } from '../types';

/** Mail services that need no word beside them to be one, and companies that need one. */
const service =
  /(?:g ?mail|じーめーる|じめーる|がめーる|hotmail|protonmail)|(?:icloud|あいくらうど|outlook|yahoo|やふー|どこも|docomo|ocn|ぐーぐる|google)(?=[^。\n]{0,12}?(?:めーる|めあど|あどれす|mail|やつ|宛))/gu;
const reach = 24;

/** A mail service and an account beside it, without the sign between them: "gmail、名前は taro_test". */
export function findMailboxes(view: View): Finding[] {
  const handles = findHandles(view);
  let first = 0;
  return Array.from(view.text.matchAll(service)).flatMap((match): Finding[] => {
    const named = originalSpan(view, match.index, match.index + match[0].length);
    while (first < handles.length && (handles[first]?.end ?? 0) < named.start - reach) first += 1;
    const handle = handles[first];
    if (handle === undefined || handle.start > named.end + reach) return [];
    const span = { start: Math.min(named.start, handle.start), end: Math.max(named.end, handle.end) };
    return [{ ...span, kind: 'email', confidence: 0.7, reason: 'email-address-disguised' }];
  });
}
