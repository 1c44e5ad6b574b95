import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { countRoundTrips, type RoundTrips } from '../../scripts/local/round-trips';
import { type Stack, type StackOptions, startStack } from '../../scripts/local/stack';
import { type LocalUser, localUsers } from '../../scripts/local/users';
import { startInProcessRuntime } from '../../scripts/runtime/in-process';
import { SimulatedClock } from '../../simulator/twilio/clock';
import type { Handset } from '../../simulator/twilio/handsets/handset';
import { leaksIn } from '../privacy/scanner';
import { captureConsole } from '../support/console';
import { everythingIn } from '../support/redis-dump';

/** One of the two users, with a phone and a ticket for calling the other one. */
export interface Subject extends LocalUser {
  handset: Handset;
}

export interface CallOptions {
  method?: 'GET' | 'POST' | 'OPTIONS';
  /** A call ticket or an API key. */
  bearer?: string;
  /** Sent as JSON. */
  body?: object;
  headers?: Record<string, string>;
}

/** An answer of a Function; `body` has what its JSON had, and `text` all of it as it came. */
export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  body: {
    status?: string;
    code?: string;
    message?: string;
    data?: {
      tel?: string;
      expiresAt?: string;
      closed?: number;
      sessions?: { tel: string; peerId: string; expiresAt: string }[];
    };
  };
}

/** The whole service in this process: the built Functions behind the edge, the real clients, the simulator. */
export interface System extends Stack {
  buyer: Subject;
  seller: Subject;
  /** What the Functions logged so far, one entry a line. */
  logs: string[];
  call(path: string, options?: CallOptions): Promise<Answer>;
  /** Counts the requests to Redis and to Twilio, and the webhooks from it, that `action` costs until all is quiet again. */
  roundTrips(action: () => Promise<unknown>): Promise<RoundTrips>;
}

/**
 * Starts everything; time is slow, so that nobody on a busy machine waits in vain for a key or an answer. The console stays quiet and what is
 * logged is kept. `stop` fails when a number, ticket, key or token of the tests stands in the log, in an answer or in Redis, in any spelling.
 */
export async function startSystem(
  options: Pick<StackOptions<never>, 'simulator' | 'settings' | 'hasWarnings'> = {},
): Promise<System> {
  const logs = captureConsole();
  const stack = await startStack({
    ...options,
    startRuntime: startInProcessRuntime,
    simulator: { clock: new SimulatedClock({ speed: 0.1 }), ...options.simulator },
  });
  const [buyer, seller] = await localUsers(stack.keys);
  const withHandset = (user: LocalUser) => ({
    ...user,
    handset: stack.simulator.telephony.handset(user.phone),
  });
  const { keys, simulator } = stack;
  const answers: string[] = [];
  const secrets = {
    numbers: [buyer.phone, seller.phone] as string[],
    texts: [
      keys.apiKey,
      keys.ticketKey,
      simulator.upstashToken,
      simulator.authToken,
      simulator.qstash.token,
      ...Object.values(simulator.qstash.signingKeys),
      buyer.ticket,
      seller.ticket,
    ],
  };
  return {
    ...stack,
    buyer: withHandset(buyer),
    seller: withHandset(seller),
    logs,
    call: async (path, callOptions = {}) => {
      secrets.numbers.push(...numbersOf(callOptions.body));
      const answer = await call(stack.functionsUrl + path, callOptions);
      answers.push(`${JSON.stringify([...answer.headers])} ${answer.text}`);
      return answer;
    },
    stop: async () => {
      const held = await everythingIn(simulator);
      await stack.stop();
      for (const [place, texts] of Object.entries({ log: logs, answer: answers, redis: held })) {
        const leaks = leaksIn(texts.join('\n'), secrets);
        if (leaks.length > 0) throw new Error(`the ${place} tells ${leaks.join(', ')}`);
      }
    },
    roundTrips: (action) => countRoundTrips(stack.simulator, action),
  };
}

/** The users' numbers in a request, as E.164, however they were spelled. */
function numbersOf(body: object | undefined): string[] {
  return Object.values(body ?? {}).flatMap((value) => {
    const number = typeof value === 'string' ? parsePhoneNumberFromString(value, 'JP') : undefined;
    return number?.isValid() ? [number.number as string] : [];
  });
}

async function call(
  url: string,
  { method = 'POST', bearer, body, headers = {} }: CallOptions = {},
): Promise<Answer> {
  const answer = await fetch(url, {
    method,
    headers: {
      ...(bearer && { Authorization: `Bearer ${bearer}` }),
      ...(body && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  const isJson = answer.headers.get('Content-Type')?.startsWith('application/json');
  return { status: answer.status, headers: answer.headers, text, body: isJson ? JSON.parse(text) : {} };
}
