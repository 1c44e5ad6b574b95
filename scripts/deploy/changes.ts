/** What differs between what was live and what is: names only, never a value. */
export interface Difference {
  added: string[];
  changed: string[];
  removed: string[];
}

/** The differences of a deployment. */
export interface Changes {
  functions: Difference;
  variables: Difference;
}

/** Compares two sets of named contents. */
export function difference(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): Difference {
  return {
    added: [...after.keys()].filter((name) => !before.has(name)),
    changed: [...after.keys()].filter((name) => before.has(name) && before.get(name) !== after.get(name)),
    removed: [...before.keys()].filter((name) => !after.has(name)),
  };
}

/** A line for each kind of change; one line that says so where there is none. */
export function changesText(changes: Changes): string[] {
  const lines = Object.entries(changes).flatMap(([kind, parts]: [string, Difference]) =>
    Object.entries(parts).flatMap(([verb, names]: [string, string[]]) =>
      names.length > 0 ? [`${kind} ${verb}: ${names.join(', ')}`] : [],
    ),
  );
  return lines.length > 0 ? lines : ['No Function and no variable differs from what was live before.'];
}
