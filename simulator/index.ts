import { createServer } from 'node:http';
import express from 'express';
import { buyNumbers } from './numbers';
import { createProxyService } from './proxy-service';
import { QStash } from './qstash/qstash';
import { QSTASH_PATH, qstashRouter } from './qstash/router';
import { redisFaultsRouter } from './redis-faults';
import { close, listen } from './server';
import { phonesRouter } from './twilio/handsets/control';
import { TwilioSimulator, type TwilioSimulatorOptions } from './twilio/index';
import type { E164, Sid } from './twilio/model';
import type { TelephonyOptions } from './twilio/telephony/ports';
import { Telephony } from './twilio/telephony/telephony';
import { type EngineChoice, startUpstash, type Upstash } from './upstash';

/** How to start the stand-ins; ports are 0 by default: any free one. */
export interface SimulatorOptions extends TwilioSimulatorOptions {
  port?: number;
  upstashPort?: number;
  /** Milliseconds that every Redis request takes; 0 by default. */
  redisMs?: number;
  /** How many proxy numbers the service has; 5 by default. */
  numbers?: number;
  /** How many numbers the account has outside the service, whose webhooks `setWebhooks` sets; 0 by default. */
  plainNumbers?: number;
  /** Whether all those numbers can text; Japanese numbers mostly cannot, so not by default. */
  sms?: boolean;
  /** Time limits, and readings of what Twilio leaves undocumented. */
  telephony?: Partial<TelephonyOptions>;
  /** Which Redis answers; `auto` by default. */
  engine?: EngineChoice;
}

/** Running stand-ins for Twilio, with phones and one Proxy service, for Upstash Redis and for Upstash QStash. */
export interface Simulator {
  /** Twilio under `/<its host>/...`, and `/_phones`, `/_log`, `/_faults`. */
  url: string;
  accountSid: Sid<'AC'>;
  authToken: string;
  serviceSid: Sid<'KS'>;
  /** The proxy numbers of the service. */
  numbers: E164[];
  /** The numbers of the account outside the service. */
  plainNumbers: E164[];
  /** Whether they can text. */
  sms: boolean;
  upstashUrl: string;
  upstashToken: string;
  /** Where QStash is; its token and keys are in `qstash`. */
  qstashUrl: string;
  qstash: QStash;
  twilio: TwilioSimulator;
  telephony: Telephony;
  upstash: Upstash;
  /** Where more routes, such as a page, can be added. */
  app: express.Express;
  stop(): Promise<void>;
}

/** +81 50 3100 0000 and upwards are in the service, +81 50 3200 0000 and upwards are not. */
const firstNumber = { ofService: 815_031_000_000, plain: 815_032_000_000 };

/** Starts all stand-ins on this machine only. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const { port = 0, upstashPort = 0, numbers = 5, sms = false, redisMs = 0, engine = 'auto' } = options;
  const twilio = new TwilioSimulator(options);
  const telephony = new Telephony(twilio, options.telephony);
  twilio.telephony = telephony.rest;
  const service = createProxyService(twilio, { count: numbers, sms, from: firstNumber.ofService });
  const plainNumbers = buyNumbers(twilio, { count: options.plainNumbers ?? 0, sms, from: firstNumber.plain });
  const log = twilio.log.add.bind(twilio.log);
  const upstash = await startUpstash({ port: upstashPort, redisMs, engine, log });
  const qstash = new QStash(twilio);
  const app = express().disable('x-powered-by');
  app.use(redisFaultsRouter(upstash.faults));
  app.use(QSTASH_PATH, qstashRouter(qstash, twilio));
  app.use('/_phones', phonesRouter(telephony, twilio.log));
  app.use(twilio.app);
  const server = createServer(app);
  const url = await listen(server, port).catch(async (error: unknown) => {
    await upstash.close();
    throw error;
  });
  const { accountSid, authToken } = twilio;
  const parts = { plainNumbers, sms, twilio, telephony, upstash, qstash, app };
  const stop = async () => {
    telephony.stop();
    qstash.stop();
    await Promise.all([close(server), upstash.close()]);
  };
  return {
    url,
    accountSid,
    authToken,
    ...service,
    upstashUrl: upstash.url,
    upstashToken: upstash.token,
    qstashUrl: `${url}${QSTASH_PATH}`,
    ...parts,
    stop,
  };
}

export { setWebhooks } from './numbers';

/** What others need to use a simulator, as plain data. */
export function describeSimulator(simulator: Simulator) {
  const { url, accountSid, authToken, serviceSid, numbers, plainNumbers, upstashUrl, upstashToken } =
    simulator;
  return { url, accountSid, authToken, serviceSid, numbers, plainNumbers, upstashUrl, upstashToken };
}
