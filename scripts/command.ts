import { inspect } from 'node:util';
import { Command } from 'commander';
import pc from 'picocolors';
import { ConfigError } from '../src/config';
import { DependencyError } from '../src/masking/errors';

/** An expected failure of a script: its message is for people and its exit code is 1; no stack trace is shown. */
export class Failure extends Error {
  override readonly name = 'Failure';
}

/** A command with `--help`, called as `npm run <name> --`. */
export function command(name: string, description: string): Command {
  return new Command(`npm run ${name} --`)
    .description(description)
    .helpOption('-h, --help', 'show this help');
}

// Whoever reads the output may stop reading, as `head` does: no reason for a stack trace.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

/** Parses the arguments, runs the script and sets the exit code: 0 done, 1 failed or wrong arguments. */
export function runScript<Options>(program: Command, action: (options: Options) => Promise<void>): void {
  program.action(action);
  runCommands(program);
}

/** The same for a command whose subcommands have their actions. */
export function runCommands(program: Command): void {
  program.parseAsync().catch(fail);
}

const expected = [Failure, ConfigError, DependencyError];

function fail(error: unknown): void {
  const isExpected = error instanceof Error && expected.some((kind) => error instanceof kind);
  console.error(pc.red(isExpected ? error.message : inspect(error)));
  process.exitCode = 1;
}
