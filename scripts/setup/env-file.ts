import { existsSync } from 'node:fs';
import { writePrivately } from '../private-file';
import { inProject } from '../project';
import { readText } from '../settings';
import { withVariables } from './env-text';

/**
 * Notes variables in a settings file, which begins as a copy of `.env.example`. A variable that has a value keeps it, unless it is `replaced`.
 * The file is replaced in one step and only its owner may read it.
 */
export function noteVariables(
  file: string,
  variables: Readonly<Record<string, string>>,
  replaced: readonly string[] = [],
): void {
  const isNew = !existsSync(file);
  const text = readText(isNew ? inProject('.env.example') : file);
  // What .env.example says by default is nobody's decision yet.
  const replaceable = isNew ? Object.keys(variables) : replaced;
  const changed = withVariables(text, variables, replaceable);
  if (isNew || changed !== text) writePrivately(file, changed);
}
