import weights from './weights.json';

/** Learned weights: what each feature, named by its hash, says for a disclosure. */
export interface Model {
  /** What is said for a disclosure before a feature is looked at, by `lengthClassOf`. */
  readonly biases: readonly number[];
  weightOf(feature: number): number;
}

/** Weights as they are kept: sorted into shelves by the first bits of their feature's hash, in base64, and what their numbers mean. */
export interface PackedModel {
  readonly biases: readonly number[];
  /** What the largest weight, `largestLevel`, is worth. */
  readonly scale: number;
  /** One byte per shelf: how many entries stand on it. */
  readonly counts: string;
  /** The shelves one after the other. Little-endian entries: 12 bits of the feature's hash, then 4 bits of its weight plus 8. */
  readonly entries: string;
}

/** Weights are kept as -7 to 7: finer steps change no verdict worth the bytes. */
export const largestLevel = 7;
const levelBits = 4;
const zeroLevel = 8;
const shelfBits = 13;

function shelfOf(feature: number): number {
  return feature >>> (32 - shelfBits);
}

/** The 12 bits that tell the features of one shelf apart. */
function checkOf(feature: number): number {
  return feature & 0xfff;
}

function toBase64({ buffer, byteOffset, byteLength }: Uint8Array | Uint16Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64');
}

/** Packs levels by feature; the same levels in the same order give the same text. */
export function packLevels(levels: ReadonlyMap<number, number>): Pick<PackedModel, 'counts' | 'entries'> {
  const counts = new Uint8Array(1 << shelfBits);
  const sorted = [...levels].sort(([a], [b]) => shelfOf(a) - shelfOf(b));
  for (const [feature] of sorted) {
    const count = (counts[shelfOf(feature)] ?? 0) + 1;
    if (count > 255) throw new RangeError('a shelf holds at most 255 weights');
    counts[shelfOf(feature)] = count;
  }
  const entries = sorted.map(([feature, level]) => (checkOf(feature) << levelBits) | (level + zeroLevel));
  return { counts: toBase64(counts), entries: toBase64(Uint16Array.from(entries)) };
}

/** A model that looks weights up on their packed shelves. */
export function unpack({ biases, scale, counts, entries }: PackedModel): Model {
  const starts = new Uint32Array((1 << shelfBits) + 1);
  Buffer.from(counts, 'base64').forEach((count, shelf) => {
    starts[shelf + 1] = (starts[shelf] ?? 0) + count;
  });
  const bytes = Buffer.from(entries, 'base64');
  const shelved = new Uint16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  const weightOf = (feature: number): number => {
    const shelf = shelfOf(feature);
    const check = checkOf(feature);
    const end = starts[shelf + 1] ?? 0;
    for (let at = starts[shelf] ?? 0; at < end; at += 1) {
      const entry = shelved[at] ?? 0;
      if (entry >>> levelBits === check)
        return (((entry & (2 ** levelBits - 1)) - zeroLevel) * scale) / largestLevel;
    }
    return 0;
  };
  return { biases, weightOf };
}

/** Features of a text of usual length: longer and shorter ones are brought to it. */
const usualFeatures = 36;

/** What one feature of so many counts: the sum grows with the root of the length only. */
export function shareOf(features: number): number {
  return Math.sqrt(usualFeatures / Math.max(1, features));
}

/** Where a longer stretch begins to be another class: the same sum says less of many words than of few. */
const lengths = [12, 20, 30, 40, 55, 75, 100, 140, 200];
/** How many classes of length there are. */
export const lengthClasses = lengths.length + 1;

/** The class of a stretch of so many UTF-16 units. */
export function lengthClassOf(length: number): number {
  const longer = lengths.findIndex((each) => length < each);
  return longer < 0 ? lengths.length : longer;
}

/** How much a stretch of a length, with its features, says for a disclosure, as a logarithm of the odds. */
export function scoreOf(model: Model, features: ReadonlySet<number>, length: number): number {
  let sum = 0;
  for (const feature of features) sum += model.weightOf(feature);
  return (model.biases[lengthClassOf(length)] ?? 0) + sum * shareOf(features.size);
}

let learned: Model | undefined;

/** The model of `weights.json`, which `npm run screening-train` makes; unpacked on first use. */
export function learnedModel(): Model {
  learned ??= unpack(weights);
  return learned;
}
