/** Hashes are FNV-1a with a last mix, as signed 32-bit integers, which are the quickest numbers of a set. */
export const startOf = (kind: string): number => 2166136261 ^ kind.charCodeAt(0);
export const extended = (hash: number, code: number): number => Math.imul(hash ^ code, 16777619);

export function finished(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 13), 0x5bd1e995);
  return mixed ^ (mixed >>> 15);
}

/** The hash by which a feature is known, so that it needs no string of its own. */
export function hashOf(kind: string, text: string): number {
  let hash = startOf(kind);
  for (let at = 0; at < text.length; at += 1) hash = extended(hash, text.charCodeAt(at));
  return finished(hash);
}
