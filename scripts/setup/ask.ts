import { stdin, stdout } from 'node:process';
import type { Readable, Writable } from 'node:stream';
import { Failure, Misuse } from '../command';
import { requireSettings, type Settings } from '../settings';
import { type Access, accessNames } from './access';
import { type AccountNumber, webhooksText } from './account-numbers';
import type { Choose } from './plan';

/** What setup asks the operator. Loaded only on a terminal: elsewhere nothing is asked. */
export interface Questions {
  /** What only the operator knows and the settings do not say. */
  access(settings: Settings): Promise<Access>;
  choose: Choose;
  /** Says why something is asked again. */
  tell(sentence: string): void;
  confirm(question: string): Promise<boolean>;
}

const labels: Readonly<Record<(typeof accessNames)[number], string>> = {
  ACCOUNT_SID: 'Account SID of Twilio (AC..., at https://console.twilio.com)',
  AUTH_TOKEN: 'Auth token of that account',
  UPSTASH_REDIS_REST_URL: 'REST URL of the Upstash database (https://console.upstash.com)',
  UPSTASH_REDIS_REST_TOKEN: 'REST token of that database',
};
const secrets: readonly string[] = ['AUTH_TOKEN', 'UPSTASH_REDIS_REST_TOKEN'];

/** Where is asked and answered. */
export interface Terminal {
  readonly input: Readable;
  readonly output: Writable;
}

/** Asks on a terminal, this process's by default. @throws Failure when the operator cancels. */
export async function terminalQuestions(
  terminal: Terminal = { input: stdin, output: stdout },
): Promise<Questions> {
  const prompts = await import('@clack/prompts');
  const answered = <T>(answer: T): Exclude<T, symbol> => {
    if (prompts.isCancel(answer)) throw new Failure('Cancelled: nothing was changed.');
    return answer as Exclude<T, symbol>;
  };
  const validate = (text: string | undefined) => (text ? undefined : 'It is needed.');
  const ask = (name: (typeof accessNames)[number]) => {
    const options = { message: labels[name], validate, ...terminal };
    return secrets.includes(name) ? prompts.password(options) : prompts.text(options);
  };
  return {
    access: async (settings) => {
      const given: Record<string, string> = { ...settings };
      for (const name of accessNames) given[name] ||= answered(await ask(name)).trim();
      return requireSettings(given, accessNames);
    },
    choose: async (numbers, taken) => {
      const usable = numbers.filter(({ canCall }) => canCall);
      if (usable.length === 0)
        throw new Misuse('The account has no number that can take calls. Buy one first.');
      const options = usable.map((number) => ({ value: number, label: number.number, hint: hintOf(number) }));
      const initialValues = usable.filter(({ sid }) => taken.has(sid));
      const message = 'Numbers of the service (their own webhooks are replaced)';
      return answered(
        await prompts.multiselect<AccountNumber>({ message, options, initialValues, ...terminal }),
      );
    },
    tell: (sentence) => prompts.log.error(sentence, terminal),
    confirm: async (message) => answered(await prompts.confirm({ message, ...terminal })),
  };
}

/** The same questions, between a progress that ends and one that begins. */
export function interrupting(questions: Questions, end: () => void, begin: () => void): Questions {
  const between =
    <Given extends unknown[], Answer>(ask: (...given: Given) => Promise<Answer>) =>
    async (...given: Given) => {
      end();
      const answer = await ask(...given);
      begin();
      return answer;
    };
  const { access, choose, tell } = questions;
  const told = (sentence: string) => {
    end();
    tell(sentence);
  };
  return { ...questions, access: between(access), choose: between(choose), tell: told };
}

function hintOf(number: AccountNumber): string {
  const kinds = number.canText ? 'calls and texts' : 'calls';
  const replaced = webhooksText(number).replaceAll('\n', ', ');
  return replaced ? `${kinds}; now ${replaced}` : kinds;
}
