import { once } from 'node:events';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultRule } from './faults';
import { type Answer, errorAnswer } from './protocol';
import { type RedisEngine, RedisError } from './reply';

/** Carries the request's commands out on an engine. */
export type Run = (engine: RedisEngine) => Promise<Answer>;

/** Applies a fault to one request. Undefined: the connection is to be closed without an answer. */
export async function suffer(
  rule: FaultRule,
  run: Run,
  engine: RedisEngine,
  socket: Socket,
): Promise<Answer | undefined> {
  switch (rule.effect) {
    case 'delay':
      await sleep(rule.ms ?? 0);
      return run(engine);
    case 'error':
      return injectedError(rule);
    case 'reset-before':
      return undefined;
    case 'reset-after':
      await run(engine);
      return undefined;
    case 'hang':
      await once(socket, 'close');
      return undefined;
    case 'malformed':
      return cut(await run(engine));
    case 'readonly':
      return run(refusing("READONLY You can't write against a read only replica."));
    case 'oom':
      return run(refusing("OOM command not allowed when used memory > 'maxmemory'."));
  }
}

function injectedError({ status = 500, body, retryAfterSeconds }: FaultRule): Answer {
  const answer = body === undefined ? errorAnswer(status, 'ERR injected fault') : { status, text: body };
  return retryAfterSeconds === undefined ? answer : { ...answer, retryAfterSeconds };
}

/** Half of the JSON text. */
function cut({ status, text }: Answer): Answer {
  return { status, text: text.slice(0, text.length / 2) };
}

/** A Redis that is there and refuses every command. */
function refusing(message: string): RedisEngine {
  return { name: 'refusing', call: async () => new RedisError(message), close: async () => undefined };
}
