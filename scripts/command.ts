import { Command } from 'commander';
import pc from 'picocolors';

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

/** Parses the arguments, runs the script and sets the exit code: 0 done, 1 failed or wrong arguments. */
export function runScript<Options>(program: Command, action: (options: Options) => Promise<void>): void {
  program.action(action).parseAsync().catch(fail);
}

function fail(error: unknown): void {
  const text =
    error instanceof Failure ? error.message : error instanceof Error ? error.stack : String(error);
  console.error(pc.red(text ?? 'failed'));
  process.exitCode = 1;
}
