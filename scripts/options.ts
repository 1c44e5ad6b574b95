import { InvalidArgumentError, Option } from 'commander';
import { variableNames } from '../src/config';
import type { Settings } from './settings';

/** Reads an option's whole number. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}

/** Reads an option's port; 0 means any free one. */
export function portNumber(text: string): number {
  const port = wholeNumber(text);
  if (port > 65_535) throw new InvalidArgumentError('It must be a port, from 0 to 65535.');
  return port;
}

/** Which switchboard joins the calls of a run on this machine. */
export function switchboardOption(): Option {
  return new Option('--switchboard <name>', 'what joins the calls')
    .choices(['proxy', 'voice'])
    .default('proxy');
}

/** Reads `NAME=value` of an option that can be given again, and adds it to the settings that were given before. */
export function setting(text: string, before: Settings = {}): Settings {
  const [, name = '', value = ''] = /^(\w+)=(.*)$/s.exec(text) ?? [];
  if (!variableNames.includes(name))
    throw new InvalidArgumentError(
      'It must be a variable of .env.example with its value, as in RING_SECONDS=20.',
    );
  return { ...before, [name]: value };
}
