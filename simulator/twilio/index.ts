import { randomBytes } from 'node:crypto';
import { type RequestHandler, Router } from 'express';
import { Alerts } from './account/alerts';
import { Calls } from './account/calls';
import { Conferences } from './account/conferences';
import { Messages } from './account/messages';
import { AccountNumbers } from './account/numbers';
import { OptOuts } from './account/opt-outs';
import { Recordings } from './account/recordings';
import { SilentTelephony } from './account/silent-telephony';
import type { TelephonyPort } from './account/telephony-port';
import { SimulatedClock } from './clock';
import { Faults } from './faults';
import { Log } from './log';
import type { Clock, Sid } from './model';
import { ProxyDomain } from './proxy/domain';
import { twilioApis } from './rest/apis';
import { controlRouter } from './rest/control';
import type { TwilioState } from './rest/operation';
import { twilioRouter } from './rest/router';
import { Serverless } from './serverless/serverless';
import { newSid } from './sids';

export interface TwilioSimulatorOptions {
  clock?: Clock;
  accountSid?: Sid<'AC'>;
  authToken?: string;
  /** Milliseconds that every REST answer takes; 0 by default. */
  twilioMs?: number;
  /** Whether Proxy's request limit applies; it does by default, load tests switch it off. */
  rateLimit?: boolean;
  /** Whether a session can be fetched by its unique name; unproven at Twilio, so it cannot by default. */
  fetchByUniqueName?: boolean;
}

/** A Twilio account in memory with Twilio's REST APIs in front of it. */
export class TwilioSimulator implements TwilioState {
  readonly clock: Clock;
  readonly accountSid: Sid<'AC'>;
  readonly authToken: string;
  readonly fetchByUniqueName: boolean;
  readonly numbers: AccountNumbers;
  readonly calls: Calls;
  readonly messages: Messages;
  readonly alerts: Alerts;
  readonly conferences: Conferences;
  readonly optOuts = new OptOuts();
  readonly recordings: Recordings;
  readonly proxy: ProxyDomain;
  readonly serverless: Serverless;
  readonly log = new Log();
  readonly faults = new Faults();
  /** Express handler for the APIs, `/_log` and `/_faults`; leaves every other path to the next handler. */
  readonly app: RequestHandler;
  /** Milliseconds that every REST answer takes. */
  twilioMs: number;
  /** Origins that webhooks reach elsewhere on this machine. */
  origins: ReadonlyMap<string, string> = new Map();
  /** Carries out the calls and texts that the REST API asks for; silent until one is set. */
  telephony: TelephonyPort;

  constructor(options: TwilioSimulatorOptions = {}) {
    this.clock = options.clock ?? new SimulatedClock();
    this.accountSid = options.accountSid ?? newSid('AC');
    this.authToken = options.authToken ?? randomBytes(16).toString('hex');
    this.fetchByUniqueName = options.fetchByUniqueName ?? false;
    this.twilioMs = options.twilioMs ?? 0;
    this.numbers = new AccountNumbers(this.clock);
    this.calls = new Calls(this.clock);
    this.messages = new Messages(this.clock);
    this.alerts = new Alerts(this.clock);
    this.conferences = new Conferences(this.clock);
    this.recordings = new Recordings(this.clock);
    this.telephony = new SilentTelephony(this.calls, this.messages);
    this.proxy = new ProxyDomain({ clock: this.clock, accountNumbers: this.numbers });
    this.serverless = new Serverless(this);
    this.app = this.#router(options.rateLimit ?? true);
  }

  #router(rateLimit: boolean): RequestHandler {
    const { clock, log, faults } = this;
    const apis = twilioApis(this, { rateLimit });
    const router = Router();
    router.use(twilioRouter({ clock, log, faults, apis, latencyMs: () => this.twilioMs }));
    return router.use(controlRouter({ log, faults }));
  }
}
