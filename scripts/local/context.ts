import type { Simulator } from '../../simulator/index';
import type { Keys } from '../keys';
import type { Settings } from '../settings';
import { localTicketSeconds } from './users';

/** The part of a simulator that the Functions use. */
type Services = Pick<
  Simulator,
  'url' | 'accountSid' | 'authToken' | 'serviceSid' | 'upstashUrl' | 'upstashToken' | 'sms'
>;

/** The variables that make the Functions use a simulator. */
export function simulatedContext(simulator: Services, keys: Keys): Settings {
  return {
    ...keys.variables,
    ACCOUNT_SID: simulator.accountSid,
    AUTH_TOKEN: simulator.authToken,
    SWITCHBOARD: 'proxy',
    PROXY_SERVICE_SID: simulator.serviceSid,
    PROXY_SESSION_MODE: simulator.sms ? 'voice-and-message' : 'voice-only',
    TWILIO_API_BASE_URL: simulator.url,
    UPSTASH_REDIS_REST_URL: simulator.upstashUrl,
    UPSTASH_REDIS_REST_TOKEN: simulator.upstashToken,
    CORS_ORIGINS: simulator.url,
    TICKET_MAX_AGE_SECONDS: String(localTicketSeconds),
  };
}

/** The variables that have calls warned of their end through a simulated QStash. */
export function qstashContext({ qstash, qstashUrl }: Pick<Simulator, 'qstash' | 'qstashUrl'>): Settings {
  return {
    QSTASH_URL: qstashUrl,
    QSTASH_TOKEN: qstash.token,
    QSTASH_CURRENT_SIGNING_KEY: qstash.signingKeys.current,
    QSTASH_NEXT_SIGNING_KEY: qstash.signingKeys.next,
  };
}
