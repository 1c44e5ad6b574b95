import type { Alerts } from '../account/alerts';
import type { Calls } from '../account/calls';
import type { Conferences } from '../account/conferences';
import type { Messages } from '../account/messages';
import type { AccountNumbers } from '../account/numbers';
import type { OptOuts } from '../account/opt-outs';
import type { Recordings } from '../account/recordings';
import type { TelephonyPort } from '../account/telephony-port';
import type { Clock } from '../model';
import type { ProxyDomain } from '../proxy/domain';
import type { Serverless } from '../serverless/serverless';
import type { TwilioError } from '../twilio-error';
import type { Fields } from './fields';

/** What the operations read and change. */
export interface TwilioState {
  readonly accountSid: string;
  readonly authToken: string;
  readonly clock: Clock;
  readonly proxy: ProxyDomain;
  readonly serverless: Serverless;
  readonly numbers: AccountNumbers;
  readonly alerts: Alerts;
  readonly calls: Calls;
  readonly messages: Messages;
  readonly conferences: Conferences;
  readonly optOuts: OptOuts;
  readonly recordings: Recordings;
  readonly telephony: TelephonyPort;
  /** Whether a session is found by its unique name too. Unproven at Twilio, so the default is no. */
  readonly fetchByUniqueName: boolean;
}

/** One request, checked against the description. */
export interface OperationContext {
  readonly state: TwilioState;
  /** The path with its query, as the API's own links show it. */
  readonly url: URL;
  readonly path: Fields;
  readonly query: Fields;
  readonly body: Fields;
}

/** Answers one operation: the JSON body, nothing where the answer has none, or a refusal. */
export type Handler = (context: OperationContext) => object | TwilioError | undefined;

/** Handlers by the operation ids of Twilio's description. */
export type Handlers = Readonly<Record<string, Handler>>;
