import { analyse, findAll } from '../../src/safety/screening/analysis';
import { conclude } from '../../src/safety/screening/screen';
import { type Model, unpack } from '../../src/safety/screening/wording/model';
import type { Judge, Sample } from '../../tests/safety/measure';
import { examplesOf, train } from './training';

const folds = 6;

function judgeWith(model: Model): Judge {
  return (text) => {
    const analysis = analyse(text, ['ja', 'en']);
    return conclude(analysis, findAll(analysis, model), {});
  };
}

/**
 * Judges each text by weights that were learned without any text of its group, so that no writer is known.
 * The rules are the same for all of them: someone who wrote a rule may have read the text.
 */
export function crossValidated(samples: readonly Sample[]): Judge {
  const groups = [...new Set(samples.map(({ group }) => group))];
  const foldOf = (group: string): number => groups.indexOf(group) % folds;
  const examples = examplesOf(samples);
  const judges = Array.from({ length: folds }, (_, fold) =>
    judgeWith(unpack(train(examples.filter(({ group }) => foldOf(group) !== fold)))),
  );
  const verdicts = new Map(samples.map(({ text, group }) => [text, judges[foldOf(group)]?.(text)]));
  return (text) => {
    const verdict = verdicts.get(text);
    if (verdict === undefined) throw new Error('this text is in no fold');
    return verdict;
  };
}
