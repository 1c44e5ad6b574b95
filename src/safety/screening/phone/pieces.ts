import type { Hits } from '../text/hits';
import { originalSpan, type View } from '../text/view';
import type { Finding } from '../types';
import type { Group } from './groups';

const head = /^(?:0[5789]0|0[36]|[5789]0)$/u;
const confidence = 0.65;
const pieceReach = 24;
const areaReach = 40;

/** Somebody hands a number over piece by piece: 3つから書きます, "part one", 先頭の3桁は, つづき. */
const piece =
  /(?:最初|先頭|頭|はじめ|初め|上)の?(?:3|三)(?:桁|つ|けた|文字|個)|(?:3|三)(?:つ|桁)(?:から|ずつ)|つづき|続き|小分け|(?<![a-z])(?:part (?:one|two|three|1|2|3|deux|trois|un)|(?:first|last|next) (?:part|bit|piece|half|three|four|3|4)|three (?:msgs?|messages?|texts?)|rest (?:in|is|to) )/gu;

/** The area code is told by a place, and the rest in digits. */
const area = /市外局番|しがいきよくばん|area code|dsn(?![a-z])/gu;

function isNear(group: Group, from: number, to: number, reach: number): boolean {
  return group.to >= from - reach && group.from <= to + reach;
}

function findingOf(view: View, parts: readonly Group[]): Finding {
  const span = originalSpan(view, parts[0]?.from ?? 0, parts.at(-1)?.to ?? 0);
  return { ...span, kind: 'phone', confidence, reason: 'phone-number-disguised' };
}

/** The first place where a pattern matches; who says a thing twice says nothing new. */
function placeOf(pattern: RegExp, text: string): { readonly from: number; readonly to: number } | undefined {
  pattern.lastIndex = 0;
  const match = pattern.exec(text);
  return match === null ? undefined : { from: match.index, to: match.index + match[0].length };
}

function isPiece(group: Group): boolean {
  return !group.quantity && !group.coded && (head.test(group.digits) || group.digits.length === 4);
}

/** A head or four digits that are called a part of a number, in a text that speaks of phones. */
function findPiece(view: View, groups: readonly Group[], hits: Hits): Finding[] {
  const place = placeOf(piece, view.text);
  if (place === undefined || hits.all('code-cue').length > 0) return [];
  const parts = groups.filter((group) => isPiece(group) && isNear(group, place.from, place.to, pieceReach));
  const speaksOfPhones = hits.all('phone-word').length > 0;
  const hasHead = parts.some((group) => /^0[5789]0$/u.test(group.digits));
  return parts.length > 0 && (speaksOfPhones || hasHead) ? [findingOf(view, parts)] : [];
}

/** Six to eight digits behind words for an area code: 大阪の市外局番のあと0000の2468, "DSN 243-0000". */
function findLocal(view: View, groups: readonly Group[], hits: Hits): Finding[] {
  const place = placeOf(area, view.text);
  if (place === undefined || hits.all('code-cue').length > 0) return [];
  const parts = groups.filter(
    (group) => !group.quantity && isNear(group, place.to, place.to, areaReach) && group.from >= place.to,
  );
  const digits = parts.reduce((sum, group) => sum + group.digits.length, 0);
  return digits >= 6 && digits <= 8 ? [findingOf(view, parts)] : [];
}

/** Parts of numbers: those handed over one by one, and those whose area code is told by a place. */
export function findPieces(view: View, groups: readonly Group[], hits: Hits): Finding[] {
  return [...findPiece(view, groups, hits), ...findLocal(view, groups, hits)];
}
