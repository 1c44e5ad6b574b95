import { InvalidArgumentError, Option } from 'commander';

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
