import type { Twilio } from 'twilio';
import { noteDeployment, readDeployment } from '../deployment';
import type { Settings } from '../settings';
import { type AccountNumber, webhooksText } from './account-numbers';

/** One thing that setup does; what it did once, it does not do again. */
export interface Step {
  /** What it does, for people; begins with a verb. */
  readonly text: string;
  /** @returns a sentence for each thing that could not be done while the rest was. */
  run(progress: (text: string) => void): Promise<readonly string[]>;
}

/** What setup is going to do, in this order. */
export interface Plan {
  readonly steps: readonly Step[];
  /** What the operator should know besides. */
  readonly notes: readonly string[];
}

/** Picks the numbers that the service shall have, of all that the account has. */
export type Choose = (
  numbers: readonly AccountNumber[],
  taken: ReadonlySet<string>,
) => Promise<AccountNumber[]>;

/** What planning works with. */
export interface SetupContext {
  /** Absolute path of the settings file. */
  readonly env: string;
  /** The settings as they are once the first step has noted what is missing. */
  readonly settings: Settings;
  readonly client: Twilio;
  /** The unique name of a Proxy service to make. */
  readonly serviceName: string;
  readonly choose: Choose;
  /** Base URL of the Functions; undefined before the first deploy. */
  readonly functionsUrl: string | undefined;
}

/** What an operator should know before the first deploy. */
export const LATER = 'Twilio calls the Functions only once they are deployed: npm run deploy sees to it.';

/** Where the Functions are is noted for `doctor`, once Twilio calls them there. */
export function noteSteps({ env, functionsUrl }: Pick<SetupContext, 'env' | 'functionsUrl'>): Step[] {
  if (functionsUrl === undefined || functionsUrl === readDeployment(env)?.functionsUrl) return [];
  const run = async () => {
    noteDeployment(env, { functionsUrl });
    return [];
  };
  return [{ text: `note that the Functions are at ${functionsUrl}`, run }];
}

/** A step's text with its numbers, and what each is made to do or no longer does. */
export function listText(
  text: string,
  numbers: readonly AccountNumber[],
  word: 'replaces' | 'to' = 'replaces',
): string {
  const list = numbers.map((number) => {
    const webhooks = webhooksText(number).replaceAll('\n', ', ');
    return `     ${number.number}  ${word} ${webhooks || 'nothing'}`;
  });
  return [text, ...list].join('\n');
}
