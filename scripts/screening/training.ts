import { analyse, findByRules } from '../../src/safety/screening/analysis';
import { featuresOf } from '../../src/safety/screening/wording/features';
import {
  largestLevel,
  type PackedModel,
  packLevels,
  shareOf,
} from '../../src/safety/screening/wording/model';
import { RuleFeatures } from '../../src/safety/screening/wording/rule-features';
import type { Sample } from '../../tests/safety/measure';

/** A text as the training sees it. */
export interface Example {
  readonly features: readonly number[];
  readonly isDisclosure: boolean;
  readonly group: string;
}

const epochs = 20;
const learningRate = 0.1;
const decay = 0.001;
const seed = 12_345;

/** What a score must exceed, as a logarithm of the odds: where cross-validation rejects little of the ordinary talk. */
const threshold = 1.75;

/** A feature that few writers use says more about them than about disclosures. */
const fewestGroups = 3;
/** More features find a little more, and make every Function that screens larger. */
const mostFeatures = 32_000;
/** Confidence of a rule's finding that is reported. */
const certain = 0.5;

/** The texts of which the wording must tell what they are: ordinary ones, and disclosures without a number or an address that a rule is sure of. */
export function examplesOf(samples: readonly Sample[]): Example[] {
  return samples.flatMap(({ text, label, group }): Example[] => {
    const analysis = analyse(text, ['ja', 'en']);
    const { sure, talk } = findByRules(analysis);
    const isDisclosure = label === 'disclosure';
    if (isDisclosure && sure.some(({ confidence }) => confidence >= certain)) return [];
    const features = [...featuresOf(analysis, { start: 0, end: text.length }, new RuleFeatures(talk))];
    return [{ features, isDisclosure, group }];
  });
}

/** The examples that each feature occurs in, by index. */
function placesOf(examples: readonly Example[]): Map<number, number[]> {
  const places = new Map<number, number[]>();
  examples.forEach(({ features }, index) => {
    for (const feature of features) {
      const list = places.get(feature);
      if (list === undefined) places.set(feature, [index]);
      else list.push(index);
    }
  });
  return places;
}

/** The features worth a weight: of several writers, and one of those that always occur together. */
function chooseFeatures(examples: readonly Example[]): number[] {
  const chosen = new Map<string, number>();
  for (const [feature, places] of placesOf(examples)) {
    const groups = new Set(places.map((place) => examples[place]?.group));
    const key = places.join();
    if (groups.size >= fewestGroups && !chosen.has(key)) chosen.set(key, feature);
  }
  return [...chosen.values()];
}

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

/** One weight with the sum of its squared steps, by which AdaGrad makes the steps smaller. */
class Weight {
  value = 0;
  #squares = 1e-6;

  step(gradient: number): void {
    this.#squares += gradient * gradient;
    this.value -= (learningRate * gradient) / Math.sqrt(this.#squares);
  }
}

interface Fitted {
  readonly bias: number;
  readonly weights: ReadonlyMap<number, number>;
}

/** A logistic regression with weight decay, by stochastic gradient descent with AdaGrad; deterministic. */
function regress(examples: readonly Example[], features: readonly number[]): Fitted {
  const weights = new Map(features.map((feature) => [feature, new Weight()]));
  const known = examples.map(({ features, isDisclosure }) => ({
    used: features.flatMap((feature) => weights.get(feature) ?? []),
    share: shareOf(features.length),
    target: isDisclosure ? 1 : 0,
  }));
  const bias = new Weight();
  const order = known.map((_, index) => index);
  const random = randomNumbers();
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    shuffle(order, random);
    for (const index of order) {
      const example = known[index];
      if (example === undefined) continue;
      const { used, share, target } = example;
      let sum = 0;
      for (const weight of used) sum += weight.value;
      const gradient = 1 / (1 + Math.exp(-bias.value - sum * share)) - target;
      bias.step(gradient);
      for (const weight of used) weight.step(gradient * share + decay * weight.value);
    }
  }
  return {
    bias: bias.value,
    weights: new Map([...weights].map(([feature, { value }]) => [feature, value])),
  };
}

/** The features that say most, at most `mostFeatures`. */
function strongest({ weights }: Fitted): number[] {
  const order = [...weights].sort(([, a], [, b]) => Math.abs(b) - Math.abs(a));
  return order.slice(0, mostFeatures).map(([feature]) => feature);
}

/** Learns a model from texts, rounded as it is kept; the same texts in the same order give the same model. */
export function train(examples: readonly Example[]): PackedModel {
  const { bias, weights } = regress(examples, strongest(regress(examples, chooseFeatures(examples))));
  const scale = Math.max(...[...weights.values()].map(Math.abs));
  const levels = [...weights].map(
    ([feature, weight]) => [feature, Math.round((weight / scale) * largestLevel)] as const,
  );
  const kept = levels.filter(([, level]) => level !== 0).sort(([a], [b]) => a - b);
  return { bias: bias - threshold, scale, table: packLevels(new Map(kept)) };
}
