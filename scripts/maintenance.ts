import type { Config } from '../src/config';
import { RedisMaintenance } from '../src/store/redis-maintenance';
import { scriptRunner, sessionStore, storeSettings, switchboard } from '../src/wiring';
import { type Pace, paceOf } from './pace';
import { noProxySessions, type ProxyRecord, ProxySessions } from './reconcile/proxy-sessions';
import { clientFor } from './twilio-client';

/** A third of what Twilio Proxy takes; the rest is for live traffic. @see https://www.twilio.com/docs/api/errors/80621 */
const REQUESTS_PER_SECOND = 10;

/** What operators' commands work with, from one configuration; the clock is another one only where nobody else is at work. */
export function maintenanceTools(config: Config, options: { clock?: () => number; perSecond?: number } = {}) {
  const { clock = Date.now, perSecond = REQUESTS_PER_SECOND } = options;
  const pace = paceOf(perSecond);
  return {
    maintenance: new RedisMaintenance(scriptRunner(config), storeSettings(config), clock),
    store: sessionStore(config),
    switchboard: switchboard(config),
    proxy: proxyRecord(config, pace),
    pace,
  };
}

function proxyRecord(config: Config, pace: Pace): ProxyRecord {
  const { PROXY_SERVICE_SID } = config;
  if (PROXY_SERVICE_SID === undefined) return noProxySessions;
  return new ProxySessions(() => clientFor(config), PROXY_SERVICE_SID, pace);
}
