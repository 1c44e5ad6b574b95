import { analyse, findByRules } from '../../src/safety/screening/analysis';
import { featuresOf } from '../../src/safety/screening/wording/features';
import {
  largestLevel,
  lengthClassOf,
  type PackedModel,
  packLevels,
} from '../../src/safety/screening/wording/model';
import { RuleFeatures } from '../../src/safety/screening/wording/rule-features';
import { hintsIn } from '../../src/safety/screening/wording/wording';
import type { Sample } from '../../tests/safety/measure';
import { type Observation, regress } from './regression';

/** A text as the training sees it. */
export interface Example extends Observation {
  readonly group: string;
}

/** What a score must exceed, as a logarithm of the odds: where cross-validation rejects little of the ordinary talk. */
const threshold = 0.85;

/** A feature that few writers use says more about them than about disclosures, and makes every Function that screens larger. */
const fewestGroups = 7;
/** A few features weigh much more than all others: this share is kept at the largest level. */
const cappedShare = 0.04;
/** Confidence of a rule's finding that is reported. */
const certain = 0.5;

/** The texts of which the wording must tell what they are: ordinary ones, and disclosures without a number or an address that a rule is sure of. */
export function examplesOf(samples: readonly Sample[]): Example[] {
  return samples.flatMap(({ text, label, group }): Example[] => {
    const analysis = analyse(text, ['ja', 'en']);
    const found = findByRules(analysis);
    const isDisclosure = label === 'disclosure';
    if (isDisclosure && found.sure.some(({ confidence }) => confidence >= certain)) return [];
    const features = [
      ...featuresOf(analysis, { start: 0, end: text.length }, new RuleFeatures(hintsIn(found))),
    ];
    return [{ features, isDisclosure, lengthClass: lengthClassOf(text.length), group }];
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

/**
 * The features worth a weight: of several writers, and one of those that always occur together. Each comes with how large its
 * weight may easily grow: what all writers use says little, and one that stands for several bears what each of them would.
 */
function chooseFeatures(examples: readonly Example[]): Map<number, number> {
  const groups = new Set(examples.map(({ group }) => group)).size;
  const chosen = new Map<string, { feature: number; rarity: number; together: number }>();
  for (const [feature, places] of placesOf(examples)) {
    const users = new Set(places.map((place) => examples[place]?.group)).size;
    if (users < fewestGroups) continue;
    const key = places.join();
    const known = chosen.get(key);
    if (known === undefined) chosen.set(key, { feature, rarity: rarityOf(users, groups), together: 1 });
    else known.together += 1;
  }
  return new Map(
    [...chosen.values()].map(({ feature, rarity, together }) => [feature, rarity * Math.sqrt(together)]),
  );
}

function rarityOf(users: number, groups: number): number {
  return Math.log(groups / users) + 0.3;
}

/** As it is kept: further decimals tell nothing. */
const rounded = (value: number): number => Math.round(value * 1000) / 1000;

function oddsOf(examples: readonly Example[]): number {
  const disclosures = examples.filter(({ isDisclosure }) => isDisclosure).length;
  return Math.log((disclosures + 1) / (examples.length - disclosures + 1));
}

/** How much likelier a disclosure is among texts of this length than among all: so in the corpus, not in the world. */
function priorOf(examples: readonly Example[], length: number): number {
  return oddsOf(examples.filter(({ lengthClass }) => lengthClass === length)) - oddsOf(examples);
}

/** The size that the largest weights are cut down to. */
function capOf(weights: ReadonlyMap<number, number>): number {
  const sizes = [...weights.values()].map(Math.abs).sort((a, b) => b - a);
  return sizes[Math.floor(sizes.length * cappedShare)] ?? 1;
}

/** Learns a model from texts, rounded as it is kept; the same texts in the same order give the same model. */
export function train(examples: readonly Example[]): PackedModel {
  const { biases, weights } = regress(examples, chooseFeatures(examples));
  const scale = rounded(capOf(weights));
  const levels = [...weights].map(([feature, weight]) => {
    const level = Math.round((weight / scale) * largestLevel);
    return [feature, Math.max(-largestLevel, Math.min(largestLevel, level))] as const;
  });
  const kept = levels.filter(([, level]) => level !== 0).sort(([a], [b]) => a - b);
  const shifted = biases.map((bias, length) => rounded(bias - threshold - priorOf(examples, length)));
  return { biases: shifted, scale, ...packLevels(new Map(kept)) };
}
