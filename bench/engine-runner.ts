import * as v from 'valibot';
import { type RedisEngine, RedisError } from '../simulator/upstash/reply';
import type { Script } from '../src/store/script-runner';

/** Runs the store's scripts on an engine itself, without HTTP: what is measured then is Redis. */
export class EngineRunner {
  constructor(private readonly engine: RedisEngine) {}

  async run<Answer>(script: Script<Answer>, args: object): Promise<Answer> {
    const rest = ['0', JSON.stringify(args)];
    const first = await this.engine.call(['EVALSHA', script.sha, ...rest]);
    const isUnknown = first instanceof RedisError && first.message.startsWith('NOSCRIPT');
    const reply = isUnknown ? await this.engine.call(['EVAL', script.text, ...rest]) : first;
    if (reply === null || reply instanceof RedisError)
      throw new Error(`The script failed: ${reply?.message}`);
    return v.parse(script.answer, JSON.parse(reply.toString()));
  }
}
