import * as v from 'valibot';
import { schema, variables } from './config/variables';

export type { ApiKeyEntry, ApiScope } from './config/secrets';
export type { Language } from './config/variables';

/** The variables that a Function gets from Twilio, or from `.env` locally. */
export type Environment = Readonly<Record<string, unknown>>;

/** Thrown once for all variables that are missing or wrong; the message names each, and never a value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(readonly variables: readonly string[]) {
    super(`Missing or wrong configuration: ${variables.join('; ')}. See .env.example.`);
  }
}

/** All settings of the service, checked. */
export type Config = v.InferOutput<typeof schema>;

/** Every variable that the code reads, for the check that `.env.example` describes each. */
export const variableNames: readonly string[] = Object.keys(variables.entries);

/** What a variable is when it is not set; undefined for one that has no default. */
export function defaultOf(name: string): string | undefined {
  const entry: object | undefined = Object.entries(variables.entries).find(([key]) => key === name)?.[1];
  return entry && 'default' in entry && typeof entry.default === 'string' ? entry.default : undefined;
}

/**
 * Reads and checks the whole configuration; an empty variable counts as missing.
 * @throws ConfigError that names every variable that is missing or wrong.
 */
export function readConfig(environment: Environment): Config {
  const given = Object.fromEntries(
    variableNames.flatMap((name) => {
      const value = environment[name];
      return typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()]] : [];
    }),
  );
  const result = v.safeParse(schema, given);
  if (result.success) return result.output;
  const nameOf = (issue: (typeof result.issues)[number]) => String(issue.path?.[0]?.key);
  const inOrder = [...result.issues].sort(
    (one, other) => variableNames.indexOf(nameOf(one)) - variableNames.indexOf(nameOf(other)),
  );
  const named = inOrder.map((issue) => {
    const name = nameOf(issue);
    return `${name} ${name in given ? issue.message : 'is missing'}`;
  });
  throw new ConfigError([...new Set(named)]);
}
