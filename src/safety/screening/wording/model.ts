import weights from './weights.json';

/** Learned weights: what each feature, named by its hash, says for a disclosure. */
export interface Model {
  readonly bias: number;
  weightOf(feature: number): number;
}

/** Weights as they are kept: a hash table of 16-bit entries in base64, and what its numbers mean. */
export interface PackedModel {
  readonly bias: number;
  /** What the largest weight, `largestLevel`, is worth. */
  readonly scale: number;
  /** Little-endian entries: 10 bits of the feature's hash, then 6 bits of its weight plus 32; 0 is empty. */
  readonly table: string;
}

/** Weights are kept as -31 to 31. */
export const largestLevel = 31;
const levelBits = 6;
const zeroLevel = 32;

/** The 10 bits that tell the features of one place of the table apart. */
function checkOf(feature: number): number {
  return feature >>> 22;
}

/** Where a feature is first looked for in a table of so many places. */
function placeOf(feature: number, places: number): number {
  return (feature >>> 0) % places;
}

/** Packs levels by feature; the same levels in the same order give the same text. */
export function packLevels(levels: ReadonlyMap<number, number>): string {
  const table = new Uint16Array(Math.ceil(levels.size * 1.25) + 1);
  for (const [feature, level] of levels) {
    let at = placeOf(feature, table.length);
    while (table[at] !== 0) at = (at + 1) % table.length;
    table[at] = (checkOf(feature) << levelBits) | (level + zeroLevel);
  }
  return Buffer.from(table.buffer).toString('base64');
}

/** A model that looks weights up in a packed table. */
export function unpack({ bias, scale, table: packed }: PackedModel): Model {
  const bytes = Buffer.from(packed, 'base64');
  const table = new Uint16Array(bytes.length / 2).map((_, at) => bytes.readUInt16LE(at * 2));
  const weightOf = (feature: number): number => {
    const check = checkOf(feature);
    for (let at = placeOf(feature, table.length); ; at = (at + 1) % table.length) {
      const entry = table[at] ?? 0;
      if (entry === 0) return 0;
      if (entry >>> levelBits === check)
        return (((entry & (2 ** levelBits - 1)) - zeroLevel) * scale) / largestLevel;
    }
  };
  return { bias, weightOf };
}

/** Features of a text of usual length: longer and shorter ones are brought to it. */
const usualFeatures = 36;

/** What one feature of so many counts: the sum grows with the root of the length only. */
export function shareOf(features: number): number {
  return Math.sqrt(usualFeatures / Math.max(1, features));
}

/** How much the features of a stretch say for a disclosure, as a logarithm of the odds. */
export function scoreOf(model: Model, features: ReadonlySet<number>): number {
  let sum = 0;
  for (const feature of features) sum += model.weightOf(feature);
  return model.bias + sum * shareOf(features.size);
}

let learned: Model | undefined;

/** The model of `weights.json`, which `npm run screening-train` makes; unpacked on first use. */
export function learnedModel(): Model {
  learned ??= unpack(weights);
  return learned;
}
