import { isRefused } from '../talk/refusal';
import type { Hits } from '../text/hits';
import { findQuoted, type Quoted } from '../text/quoted';
import { distance, type Span, type View } from '../text/view';
import type { Finding } from '../types';
import type { Tag } from '../vocabulary/tags';

const reach = 40;
const most = 0.9;
const asking = 0.85;

/** What each kind of word says for one being sent to a place elsewhere; one's own place says almost enough. */
const anchors: readonly (readonly [tag: Tag, worth: number])[] = [
  ['sure-place', 0.85],
  ['own-place', 0.65],
  ['place', 0.25],
  ['lookup', 0.1],
];
const ownPlaces: ReadonlySet<Tag> = new Set<Tag>(['sure-place', 'own-place']);
const evidence: readonly (readonly [tag: Tag, worth: number])[] = [
  ['lookup', 0.2],
  ['mine', 0.25],
  ['offer', 0.2],
  ['contact-there', 0.4],
  ['same-name', 0.4],
  ['in-app', -0.5],
];
const pointers: readonly Tag[] = ['lookup', 'same-name', 'contact-there'];
const named = { business: 0.45, other: 0.3 };

/** Whether a text points at a place by a name or by looking it up, and not only speaks of one. */
function points(hits: Hits, span: Span, name: Quoted | undefined): boolean {
  const near = (tag: Tag): boolean => hits.near(tag, span, reach) !== undefined;
  return name !== undefined || pointers.some(near) || (near('mine') && near('offer'));
}

function sumOf(hits: Hits, span: Span, name: Quoted | undefined): number {
  const around = evidence.filter(([tag]) => hits.near(tag, span, reach) !== undefined);
  const nameWorth = name === undefined ? 0 : named[name.isBusiness ? 'business' : 'other'];
  return around.reduce((sum, [, worth]) => sum + worth, nameWorth) - (isRefused(hits, span) ? 0.5 : 0);
}

/** The name in quotation marks near a stretch: that of a business rather than another. */
function nameNear(names: readonly Quoted[], span: Span): Quoted | undefined {
  const near = names.filter((name) => distance(name, span) <= reach);
  return near.find(({ isBusiness }) => isBusiness) ?? near[0];
}

function place({ start, end }: Span, confidence: number): Finding {
  return { start, end, kind: 'url', confidence, reason: 'url-disguised' };
}

/**
 * Places elsewhere that a text points at without an address: "search 'Hinata Garage' on Google", 当店のブログで. Takes the words around a
 * place, a name in quotation marks and what is to be had there together.
 */
export function findPlaces(folded: View, hits: Hits): Finding[] {
  const names = findQuoted(folded).slice(0, 20);
  const asked = hits.all('site-asked').filter((hit) => !isRefused(hits, hit));
  const pointed = anchors.flatMap(([tag, base]) =>
    hits.all(tag).flatMap((span): Finding[] => {
      const name = nameNear(names, span);
      if (!ownPlaces.has(tag) && !points(hits, span, name)) return [];
      const confidence = Math.max(0, Math.min(most, base + sumOf(hits, span, name)));
      const start = Math.min(span.start, name?.start ?? span.start);
      const end = Math.max(span.end, name?.end ?? span.end);
      return [place({ start, end }, confidence)];
    }),
  );
  return [...pointed, ...asked.map((hit) => place(hit, asking))];
}
