import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { Failure } from './command';
import { inProject } from './project';

/** Variables by name, as a Function's context has them. */
export type Settings = Readonly<Record<string, string>>;

/** Reads `.env`, as twilio-run does; empty when there is none. An empty value counts as missing. */
export function readSettings(file = inProject('.env')): Settings {
  if (!existsSync(file)) return {};
  const entries = Object.entries(parseEnv(readFileSync(file, 'utf8')));
  return Object.fromEntries(entries.flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

/**
 * Takes the named variables out of settings.
 * @throws Failure that names every missing one.
 */
export function requireSettings<Name extends string>(
  settings: Settings,
  names: readonly Name[],
): Record<Name, string> {
  const missing = names.filter((name) => !settings[name]);
  if (missing.length > 0) throw new Failure(`Missing in .env: ${missing.join(', ')}. See .env.example.`);
  return settings as Record<Name, string>;
}
