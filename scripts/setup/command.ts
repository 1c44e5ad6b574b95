import pc from 'picocolors';
import { Misuse } from '../command';
import { Progress } from '../progress';
import { shownPath } from '../project';
import { TwilioFailure } from '../twilio-call';
import { interrupting, type Questions, terminalQuestions } from './ask';
import { noteVariables } from './env-file';
import { noteSteps, type Plan, type Step } from './plan';
import { type Prepared, prepare, REPLACEABLE, type SetupOptions } from './prepare';
import { planProxy } from './proxy';
import { endText, planText, resultOf, type SetupResult } from './report';
import { planRestore } from './restore';
import { planVoice } from './voice';

/** @see https://www.twilio.com/docs/api/errors/80506 */
const PROXY_CLOSED = 80506;

/** What the flow of a setup talks to. */
interface Talk {
  say(text: string): void;
  readonly progress: Progress;
  readonly questions: Questions | undefined;
}

/** Runs the whole setup and prints what it does. @throws Failure, ConfigError with what to do */
export async function setUp(options: SetupOptions): Promise<SetupResult> {
  const questions = isInteractive(options) ? await terminalQuestions() : undefined;
  const say = options.json ? () => undefined : console.log;
  const talk: Talk = { say, progress: new Progress(), questions };
  try {
    return await planAndCarryOut(options, talk).catch((error: unknown) => withoutProxy(error, options, talk));
  } finally {
    talk.progress.end();
  }
}

/** Where Twilio Proxy is closed, and nobody asked for it, the voice switchboard does the same. */
async function withoutProxy(error: unknown, options: SetupOptions, talk: Talk): Promise<SetupResult> {
  const isClosed = error instanceof TwilioFailure && error.code === PROXY_CLOSED;
  if (!isClosed || options.switchboard !== undefined) throw error;
  talk.progress.end();
  talk.say(
    `\nTwilio Proxy is closed to this account (error ${PROXY_CLOSED}): the voice switchboard is used.`,
  );
  return planAndCarryOut({ ...options, switchboard: 'voice' }, talk);
}

async function planAndCarryOut(options: SetupOptions, talk: Talk): Promise<SetupResult> {
  const { progress, say, questions } = talk;
  const asking = () => progress.show('asking Twilio and the database');
  asking();
  const prepared = await prepare(options, questions && interrupting(questions, () => progress.end(), asking));
  const { keys } = prepared;
  const plan = await planAll(prepared, options);
  progress.end();
  const planned = resultOf(plan, keys);
  say(planText(planned));
  if (planned.isUnchanged || options.dryRun) return print(planned, options);
  await confirm(options, questions);
  const problems = await carryOut(plan, talk);
  const apiKey = keys.api === undefined ? {} : { apiKey: keys.api.key };
  const result = print({ ...resultOf(plan, keys, problems), ...apiKey }, options);
  const end = endText(result);
  if (end !== '') say(end);
  // Only after it was shown: a key whose hash is noted and that nobody has seen is lost.
  if (keys.api !== undefined) noteVariables(prepared.context.env, keys.api.variables);
  return result;
}

/** First what is noted here, then what is done at Twilio and in the database. */
async function planAll({ context, noted }: Prepared, { restore }: SetupOptions): Promise<Plan> {
  if (restore) return planRestore(context);
  const plan = context.settings.SWITCHBOARD === 'voice' ? planVoice : planProxy;
  const { steps: planned, notes } = await plan(context);
  const steps = [...planned, ...noteSteps(context)];
  const names = Object.keys(noted);
  if (names.length === 0) return { steps, notes };
  const run = async () => {
    noteVariables(context.env, noted, REPLACEABLE);
    return [];
  };
  return {
    steps: [{ text: `write to ${shownPath(context.env)}: ${names.join(', ')}`, run }, ...steps],
    notes,
  };
}

async function confirm({ yes, json }: SetupOptions, questions: Questions | undefined): Promise<void> {
  if (yes) return;
  if (questions === undefined) {
    throw new Misuse(
      `Nothing was changed. ${json ? 'With --json' : 'Without a terminal'}, confirm with --yes.`,
    );
  }
  if (!(await questions.confirm('Do this now?'))) throw new Misuse('Nothing was changed.');
}

/** @returns a sentence for each thing that could not be done. @throws Failure where the rest cannot be done either. */
async function carryOut({ steps }: Plan, { progress, say }: Talk): Promise<string[]> {
  const problems: string[] = [];
  for (const step of steps) {
    progress.show(headline(step));
    problems.push(...(await step.run((text) => progress.show(text))));
    progress.end();
    say(`${pc.green('done')} ${headline(step)}`);
  }
  return problems;
}

function headline({ text }: Step): string {
  return text.split('\n')[0] ?? '';
}

function print(result: SetupResult, { json }: SetupOptions): SetupResult {
  if (json) console.log(JSON.stringify(result));
  return result;
}

function isInteractive({ yes, json, dryRun }: SetupOptions): boolean {
  return Boolean(process.stdin.isTTY && process.stdout.isTTY && !yes && !json && !dryRun);
}
