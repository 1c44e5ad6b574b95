import { lengthClasses, shareOf } from '../../src/safety/screening/wording/model';

/** What a regression learns from: the features of a text, and on which side of the line it belongs. */
export interface Observation {
  readonly features: readonly number[];
  readonly isDisclosure: boolean;
  /** By `lengthClassOf`. */
  readonly lengthClass: number;
}

/** What each feature says for a disclosure, as a logarithm of the odds. */
export interface Fitted {
  /** Before any feature, by class of length. */
  readonly biases: readonly number[];
  readonly weights: ReadonlyMap<number, number>;
}

/** How little large weights are avoided; of the values tried, the one that cross-validation finds most with. */
const looseness = 0.3;
/** How easily the bias of a class of length grows, beside that of all texts. */
const lengthValue = 3;
/** Further rounds change no verdict. */
const rounds = 15;
/** An answer is exact to this power of a half. */
const halvings = 25;
const seed = 12_345;

/** Numbers from 0 to 1 that are the same in every run. */
function randomNumbers(): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}

function shuffle(order: number[], random: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
}

/**
 * Where an observation's dual variable, 0 to 1, fits the margin that it brings about itself. It is found by halving, since
 * `1 / (1 + exp(margin))` falls while the variable rises.
 */
function fittingDual(dual: number, margin: number, gain: number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < halvings; step += 1) {
    const middle = (low + high) / 2;
    if (middle < 1 / (1 + Math.exp(margin + (middle - dual) * gain))) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** An observation whose features are columns with values. */
class Row {
  readonly #columns: Uint32Array;
  readonly #values: Float64Array;
  readonly #lengthClass: number;
  readonly #side: number;
  readonly #gain: number;
  #dual = 0;

  constructor(
    { features, isDisclosure, lengthClass }: Observation,
    columnOf: ReadonlyMap<number, number>,
    rarities: Float64Array,
  ) {
    const share = shareOf(features.length);
    this.#columns = Uint32Array.from(features.flatMap((feature) => columnOf.get(feature) ?? []));
    this.#values = Float64Array.from(this.#columns, (column) => (rarities[column] ?? 0) * share);
    this.#side = isDisclosure ? 1 : -1;
    this.#lengthClass = lengthClass;
    this.#gain = looseness * this.#values.reduce((sum, value) => sum + value * value, 1 + lengthValue ** 2);
  }

  /** Moves the weights and the biases of its length towards this observation. */
  pull(weights: Float64Array, biases: Float64Array): void {
    let sum = biases[this.#lengthClass] ?? 0;
    this.#columns.forEach((column, index) => {
      sum += (weights[column] ?? 0) * (this.#values[index] ?? 0);
    });
    const dual = fittingDual(this.#dual, this.#side * sum, this.#gain);
    const step = looseness * this.#side * (dual - this.#dual);
    this.#dual = dual;
    biases.forEach((bias, length) => {
      biases[length] = bias + step * (length === this.#lengthClass ? 1 + lengthValue ** 2 : 1);
    });
    this.#columns.forEach((column, index) => {
      weights[column] = (weights[column] ?? 0) + step * (this.#values[index] ?? 0);
    });
  }
}

/**
 * A logistic regression that keeps weights small, those of rare features less so; by dual coordinate ascent, deterministic.
 * https://www.jmlr.org/papers/v14/shalev-shwartz13a.html
 * @param rarities the features that get a weight, and how large the weight of each may easily grow
 */
export function regress(observations: readonly Observation[], rarities: ReadonlyMap<number, number>): Fitted {
  const columnOf = new Map([...rarities.keys()].map((feature, column) => [feature, column]));
  const values = Float64Array.from(rarities.values());
  const rows = observations.map((observation) => new Row(observation, columnOf, values));
  const weights = new Float64Array(values.length);
  const biases = new Float64Array(lengthClasses);
  const random = randomNumbers();
  const order = rows.map((_, index) => index);
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, random);
    for (const index of order) rows[index]?.pull(weights, biases);
  }
  const learned = [...columnOf].map(
    ([feature, column]) => [feature, (weights[column] ?? 0) * (values[column] ?? 0)] as const,
  );
  return { biases: [...biases], weights: new Map(learned) };
}
