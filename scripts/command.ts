import { inspect } from 'node:util';
import { Command, CommanderError } from 'commander';
import pc from 'picocolors';
import * as v from 'valibot';
import { ConfigError } from '../src/config';
import { DependencyError } from '../src/masking/errors';
import { databaseAdvice } from './database-advice';

const PortTaken = v.object({ code: v.literal('EADDRINUSE'), port: v.number() });

/** What every command ends with; 0 is done. */
const exitCodes = {
  /** It could not do what it was asked for, or what it checked does not hold. */
  failed: 1,
  /** It was called in a wrong way: arguments or settings are wrong or missing. */
  misused: 2,
} as const;

/** An expected failure of a script: its message is for people and its exit code is 1; no stack trace is shown. */
export class Failure extends Error {
  override readonly name: string = 'Failure';
}

/** A failure that other arguments or settings would have prevented; its exit code is 2. */
export class Misuse extends Failure {
  override readonly name = 'Misuse';
}

/** A command with `--help`, called as `npm run <name> --`. */
export function command(name: string, description: string): Command {
  return new Command(`npm run ${name} --`)
    .description(description)
    .helpOption('-h, --help', 'show this help')
    .exitOverride();
}

// Whoever reads the output may stop reading, as `head` does: no reason for a stack trace.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

/** Parses the arguments, runs the script and sets the exit code: 0 done, 1 failed, 2 wrong arguments or settings. */
export function runScript<Options>(program: Command, action: (options: Options) => Promise<void>): void {
  program.action(action);
  runCommands(program);
}

/** The same for a command whose subcommands have their actions. */
export function runCommands(program: Command): void {
  program.parseAsync().catch(fail);
}

/** For a command that prints its own result: what it checked does not hold. */
export function markFailed(): void {
  process.exitCode = exitCodes.failed;
}

function fail(error: unknown): void {
  process.exitCode = exitCodeOf(error);
  // Commander has said by itself what is wrong, or shown the help.
  if (error instanceof CommanderError) return;
  console.error(pc.red(sentenceOn(error) ?? inspect(error)));
}

/** What an operator should read of an error; undefined for a defect, whose stack trace is needed. */
export function sentenceOn(error: unknown): string | undefined {
  if (error instanceof Failure) return error.message;
  if (error instanceof ConfigError) return configurationAdvice(error);
  if (v.is(PortTaken, error))
    return `Port ${error.port} is taken. Name another one, or none: any free one will do.`;
  if (!(error instanceof DependencyError)) return undefined;
  if (error.dependency === 'store') return databaseAdvice(error.reason);
  return `Twilio did not do its part (${error.reason}). Try again in a minute.`;
}

function configurationAdvice({ message, variables }: ConfigError): string {
  const areMissing = variables.some((text) => text.endsWith(' is missing'));
  return areMissing ? `${message} npm run setup asks for what is missing, and makes the keys.` : message;
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitCodes.misused;
  const isMisuse = error instanceof Misuse || error instanceof ConfigError;
  return isMisuse ? exitCodes.misused : exitCodes.failed;
}
