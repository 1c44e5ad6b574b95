import { readConfig } from '../../src/config';
import { startChildRuntime } from '../runtime/child';
import { serviceSettings } from '../settings';
import { Cleanup } from './cleanup';
import { serveFunctions } from './functions';

export interface LiveOptions {
  /** The settings file. */
  env: string;
  port?: number;
  publicUrl?: string;
}

const UNREACHABLE = 'Twilio cannot call them here: open a tunnel to the port, and name it with --public-url.';

/** Runs the Functions in twilio-run with the real Twilio and Upstash that the settings name. @throws ConfigError */
export async function startLive({ env, port, publicUrl }: LiveOptions) {
  const context = serviceSettings(env);
  readConfig(context);
  const cleanup = new Cleanup();
  try {
    const options = {
      context,
      startRuntime: startChildRuntime,
      port,
      publicUrl: publicUrl?.replace(/\/$/, ''),
    };
    const { functionsUrl, edgeUrl, runtime } = await serveFunctions(options, cleanup);
    const text = [
      `Functions  ${functionsUrl}`,
      `here       ${edgeUrl}`,
      '',
      publicUrl === undefined
        ? UNREACHABLE
        : `Twilio calls them after: npm run setup -- --domain ${functionsUrl}`,
      'Ctrl-C ends everything.',
    ].join('\n');
    return { runtime, facts: { functionsUrl }, text, stop: () => cleanup.run() };
  } catch (error) {
    await cleanup.run();
    throw error;
  }
}
