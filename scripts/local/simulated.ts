import { describeSimulator } from '../../simulator/index';
import { phonesPage } from '../../simulator/phones/index';
import type { SwitchboardName } from '../../src/masking/session';
import { startChildRuntime } from '../runtime/child';
import type { Settings } from '../settings';
import { startStack } from './stack';
import { type LocalUser, localUsers } from './users';

/** Options of a run on the simulator; ports are any free ones by default. */
export interface SimulatedOptions {
  port?: number;
  simulatorPort?: number;
  sms?: boolean;
  switchboard: SwitchboardName;
  /** What differs from the usual settings. */
  set?: Settings;
  twilioMs: number;
  redisMs: number;
}

/** What a client, or a test, needs to know of a run. */
interface Facts {
  functionsUrl: string;
  phonesUrl: string;
  simulator: ReturnType<typeof describeSimulator>;
  apiKey: string;
  ticketKey: string;
  users: Pick<LocalUser, 'id' | 'phone' | 'ticket'>[];
}

/** Runs the Functions in twilio-run against the simulator, with its page of two handsets. */
export async function startSimulated({
  port,
  simulatorPort = 0,
  sms = false,
  switchboard,
  set = {},
  twilioMs,
  redisMs,
}: SimulatedOptions) {
  const simulator = { port: simulatorPort, sms, twilioMs, redisMs };
  const hasWarnings = switchboard === 'voice';
  const ofSwitchboard = hasWarnings ? { SWITCHBOARD: switchboard, PROXY_SERVICE_SID: '' } : {};
  const settings = { ...ofSwitchboard, ...set };
  const stack = await startStack({
    startRuntime: startChildRuntime,
    port,
    simulator,
    settings,
    hasWarnings,
  });
  const { functionsUrl, keys } = stack;
  const config = async () => ({ functionsUrl, canText: sms, users: await localUsers(keys) });
  stack.simulator.app.use('/phones', await phonesPage({ config }));
  const facts: Facts = {
    functionsUrl,
    phonesUrl: `${stack.simulator.url}/phones`,
    simulator: describeSimulator(stack.simulator),
    apiKey: keys.apiKey,
    ticketKey: keys.ticketKey,
    users: (await localUsers(keys)).map(({ id, phone, ticket }) => ({ id, phone, ticket })),
  };
  return {
    runtime: stack.runtime,
    facts,
    text: textOf(facts, `${switchboard}, ${sms ? 'calls and texts' : 'calls only (--sms adds texts)'}`),
    stop: stack.stop,
  };
}

function textOf({ functionsUrl, phonesUrl, simulator, apiKey }: Facts, switchboard: string): string {
  return [
    '',
    `Two phones to try it  ${phonesUrl}`,
    `Page of the service   ${functionsUrl}/index.html`,
    `Functions             ${functionsUrl}`,
    `Simulated Twilio      ${simulator.url}`,
    `API key               ${apiKey}`,
    `Switchboard           ${switchboard}`,
    '',
    'Ctrl-C ends everything.',
  ].join('\n');
}
