import type { Alerts } from '../account/alerts';
import type { Calls } from '../account/calls';
import type { Conferences } from '../account/conferences';
import type { Messages } from '../account/messages';
import type { AccountNumbers } from '../account/numbers';
import type { OptOuts } from '../account/opt-outs';
import type { Recordings } from '../account/recordings';
import type { Log } from '../log';
import type { Clock } from '../model';
import type { ProxyDomain } from '../proxy/domain';

/** Everything that telephony needs of the rest of the simulated Twilio. */
export interface TelephonyPorts {
  clock: Clock;
  accountSid: string;
  authToken: string;
  proxy: Pick<
    ProxyDomain,
    'serviceOfNumber' | 'route' | 'previous' | 'startInteraction' | 'updateInteraction' | 'createSession'
  >;
  numbers: Pick<AccountNumbers, 'get'>;
  calls: Pick<Calls, 'create' | 'updateStatus'>;
  messages: Pick<Messages, 'create' | 'updateStatus'>;
  conferences: Pick<Conferences, 'create' | 'update' | 'admit' | 'dismiss'>;
  optOuts: OptOuts;
  recordings: Pick<Recordings, 'create' | 'update' | 'records'>;
  alerts: Pick<Alerts, 'add'>;
  log: Pick<Log, 'add'>;
  /** Origins that are found elsewhere on this machine, such as the domains of what is deployed. */
  readonly origins: ReadonlyMap<string, string>;
}

/** What may be set for tests and demonstrations; the defaults are Twilio's own values where those are known. */
export interface TelephonyOptions {
  /** How long Proxy waits for the intercept callback, in wall-clock milliseconds. Undocumented; 5,000. */
  interceptTimeoutMs: number;
  /** How long Twilio waits for any other webhook, in wall-clock milliseconds; 15,000. */
  webhookTimeoutMs: number;
  /** How long Proxy lets the partner's phone ring, in simulated seconds. Undocumented; 30, as <Dial> does. */
  proxyRingSeconds: number;
  /** How long spoken words take, in simulated milliseconds a character; 0, so that tests need not wait. */
  speechMsPerCharacter: number;
  /**
   * What `From` is for a caller who withholds the number. Twilio is seen to send the keys of "ANONYMOUS" after a
   * plus sign, which looks like a number and is none; `anonymous` and others occur with some carriers.
   */
  withheldFrom: string;
  /**
   * What DialCallStatus is for a callee who answered and was not connected, because of a whisper that hung up. Not
   * documented. DialBridged tells the truth in either case.
   */
  unacceptedDialStatus: 'completed' | 'no-answer';
  /**
   * What DialCallStatus is when the callee was sent to other instructions, and the call to it so goes on. Not documented.
   */
  redirectedDialStatus: 'answered' | 'completed';
}

export const defaultOptions: TelephonyOptions = {
  interceptTimeoutMs: 5000,
  webhookTimeoutMs: 15_000,
  proxyRingSeconds: 30,
  speechMsPerCharacter: 0,
  withheldFrom: '+266696687',
  unacceptedDialStatus: 'completed',
  redirectedDialStatus: 'answered',
};
