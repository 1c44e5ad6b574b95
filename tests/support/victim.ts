import { setTimeout as wait } from 'node:timers/promises';
import { cleanup } from '../../src/masking/cleanup';
import { connect } from '../../src/masking/connect';
import { deadlineIn } from '../../src/masking/deadline';
import type { Participant } from '../../src/masking/session';
import { RedisSessionStore } from '../../src/store/redis-session-store';
import { ScriptRunner } from '../../src/store/script-runner';
import { ProxySwitchboard } from '../../src/switchboard/proxy/proxy-switchboard';
import { newSessionId } from '../../src/wiring';
import { type Death, Gate } from './gate';
import { pairOf } from './people';
import { sessionModeOf, type World } from './world';

const BUDGET_MS = 4_500;

export type Action =
  | { readonly kind: 'connect'; readonly caller: Participant; readonly callee: Participant }
  | { readonly kind: 'cleanup'; readonly user: Participant };

/** Runs one function that dies where it is told to; answers whether it did, or finished before. */
export async function runUntilDeath(
  world: World,
  action: Action,
  death: Death,
): Promise<'died' | 'finished'> {
  const { simulator, store } = world;
  const gate = new Gate(death);
  const runner = new ScriptRunner({
    url: await gate.to(simulator.upstashUrl),
    token: simulator.upstashToken,
  });
  const { accountSid, authToken, serviceSid } = simulator;
  const apiBaseUrl = await gate.to(simulator.url);
  const tools = {
    store: new RedisSessionStore(runner, store.settings, store.now),
    switchboard: new ProxySwitchboard(
      { accountSid, authToken, serviceSid, apiBaseUrl, sessionMode: sessionModeOf(simulator) },
      store.now,
    ),
    deadline: deadlineIn(BUDGET_MS),
    newSessionId,
    wait: (ms: number) => wait(ms),
  };
  const work =
    action.kind === 'connect'
      ? connect(pairOf(action.caller, action.callee), tools)
      : cleanup(action.user.userId, tools);
  try {
    return await Promise.race([gate.died.then(() => 'died' as const), work.then(() => 'finished' as const)]);
  } finally {
    work.catch(() => undefined);
    gate.close();
  }
}
