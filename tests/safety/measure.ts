import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FindingKind, findingKinds, screen, type Verdict } from '../../src/safety/screening';

/** One labelled text of the corpus. */
export interface Sample {
  readonly text: string;
  readonly label: 'ordinary' | 'disclosure';
  readonly kinds: readonly FindingKind[];
  readonly group: string;
}

/**
 * Rules are tuned on `development` texts. `held-out` ones are only measured, again and again; `first-sight` ones were written after the
 * rules, are looked at by nobody who writes rules, and become development texts when somebody does.
 */
export type Split = 'development' | 'held-out' | 'first-sight';

/** What judges a text. */
export type Judge = (text: string) => Verdict;

/** Judges as `screen` does, and each text once: a corpus is counted in several ways. */
export function remembering(): Judge {
  const verdicts = new Map<string, Verdict>();
  return (text) => {
    const verdict = verdicts.get(text) ?? screen(text);
    verdicts.set(text, verdict);
    return verdict;
  };
}

/** What was expected and what came out, as counts of texts. */
export interface Counts {
  readonly found: number;
  readonly missed: number;
  readonly wrong: number;
  readonly right: number;
}

/** The figures of one group, split or kind. */
export interface Row extends Counts {
  readonly name: string;
}

const corpusFolder = join(__dirname, 'corpus');

/** The labelled texts of one split, in the order of the files. */
export function loadCorpus(split: Split): Sample[] {
  const files = readdirSync(corpusFolder).filter((name) => name.startsWith(split));
  return files.sort().flatMap((name) => {
    const lines = readFileSync(join(corpusFolder, name), 'utf8').split('\n').filter(Boolean);
    return lines.map((line) => JSON.parse(line) as Sample);
  });
}

function count(
  samples: readonly Sample[],
  expected: (sample: Sample) => boolean,
  got: (sample: Sample) => boolean,
): Counts {
  const counts = { found: 0, missed: 0, wrong: 0, right: 0 };
  for (const sample of samples) {
    if (expected(sample)) counts[got(sample) ? 'found' : 'missed'] += 1;
    else counts[got(sample) ? 'wrong' : 'right'] += 1;
  }
  return counts;
}

const isDisclosure = (sample: Sample): boolean => sample.label === 'disclosure';

/** Disclosures rejected and ordinary texts rejected, over all samples. */
export function measureAll(name: string, samples: readonly Sample[], judge: Judge): Row {
  return { name, ...count(samples, isDisclosure, ({ text }) => !judge(text).allowed) };
}

/** The same per author-style group. */
export function measureGroups(samples: readonly Sample[], judge: Judge): Row[] {
  const groups = [...new Set(samples.map(({ group }) => group))];
  return groups.map((group) =>
    measureAll(
      group,
      samples.filter((sample) => sample.group === group),
      judge,
    ),
  );
}

/** Per kind: whether a text that has this kind gets a finding of this kind, and one without does not. */
export function measureKinds(samples: readonly Sample[], judge: Judge): Row[] {
  return findingKinds.map((kind) => ({
    name: kind,
    ...count(
      samples,
      (sample) => sample.kinds.includes(kind),
      (sample) => judge(sample.text).findings.some((finding) => finding.kind === kind),
    ),
  }));
}

/** The texts that are judged wrongly. */
export function missesOf(samples: readonly Sample[], judge: Judge): Sample[] {
  return samples.filter((sample) => isDisclosure(sample) === judge(sample.text).allowed);
}

/** Share of what should be found that was, 0 to 1; 1 where nothing should be. */
export function recall({ found, missed }: Counts): number {
  return found + missed === 0 ? 1 : found / (found + missed);
}

/** Share of what was found that should be, 0 to 1. */
export function precision({ found, wrong }: Counts): number {
  return found / Math.max(1, found + wrong);
}

/** Share of texts without that were found all the same, 0 to 1. */
export function falseRate({ wrong, right }: Counts): number {
  return wrong / Math.max(1, wrong + right);
}
