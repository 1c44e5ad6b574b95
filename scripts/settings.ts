import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { Option } from 'commander';
import { type Config, readConfig, variableNames } from '../src/config';
import { Misuse } from './command';
import { projectDir } from './project';

const DEFAULT_FILE = '.env';

/** Variables by name, as a Function's context has them. */
export type Settings = Readonly<Record<string, string>>;

/** What every command that works on a service takes. */
export interface ServiceOptions {
  /** The file with the service's settings. */
  env: string;
  json?: boolean;
}

/** `--env <file>`: one installation for each file, such as staging and production. */
export function envOption(): Option {
  return new Option('--env <file>', "the file with the service's settings").default(DEFAULT_FILE);
}

/** Absolute path of a settings file that is named from the project's folder. */
export function envFile(name = DEFAULT_FILE): string {
  return resolve(projectDir, name);
}

/**
 * Reads a settings file, as twilio-run does, and from the environment those of our variables that the file leaves out. Neither has to be
 * there. An empty value counts as missing.
 */
export function readSettings(
  file = envFile(),
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Settings {
  const given = Object.fromEntries(variableNames.map((name) => [name, environment[name]]));
  return { ...withValue(given), ...withValue(settingsIn(readText(file))) };
}

/**
 * The settings of a service that is set up.
 * @throws Misuse where the file that `--env` names is not there: settings of the environment alone could be those of another service.
 */
export function serviceSettings(env: string): Settings {
  const file = envFile(env);
  if (env !== DEFAULT_FILE && !existsSync(file)) throw new Misuse(`There is no settings file ${env}.`);
  return readSettings(file);
}

/** The configuration that a command works with. @throws ConfigError that names every variable that is missing or wrong. */
export function readServiceConfig({ env }: Pick<ServiceOptions, 'env'>): Config {
  return readConfig(serviceSettings(env));
}

/** The text of a settings file; empty where there is none. */
export function readText(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** The variables that a settings file has, empty ones included. */
export function settingsIn(text: string): Readonly<Record<string, string | undefined>> {
  return parseEnv(text);
}

function withValue(variables: Readonly<Record<string, string | undefined>>): Settings {
  return Object.fromEntries(
    Object.entries(variables).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
}

/**
 * Takes the named variables out of settings.
 * @throws Misuse that names every missing one.
 */
export function requireSettings<Name extends string>(
  settings: Settings,
  names: readonly Name[],
): Settings & Record<Name, string> {
  const missing = names.filter((name) => !settings[name]);
  if (missing.length > 0)
    throw new Misuse(
      `Missing: ${missing.join(', ')}. Put them into the settings file or the environment; .env.example describes each.`,
    );
  return settings as Settings & Record<Name, string>;
}
