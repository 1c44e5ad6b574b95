import type { ForgetTools } from '../../scripts/forget/forget';
import type { Pace } from '../../scripts/pace';
import { ProxySessions } from '../../scripts/reconcile/proxy-sessions';
import { deadlineIn } from '../../src/masking/deadline';
import { RedisMaintenance } from '../../src/store/redis-maintenance';
import { twilioClient } from '../../src/switchboard/proxy/rest';
import type { World } from '../support/world';

/** What commands need that look at every session, in a world and without a pause unless told. */
export function proxyTools(
  { simulator, store, switchboard }: World,
  pace: Pace = async () => undefined,
): Omit<ForgetTools, 'lookupKey' | 'recordings'> {
  const { accountSid, authToken, serviceSid, url: apiBaseUrl } = simulator;
  const settings = { accountSid, authToken, apiBaseUrl };
  return {
    maintenance: new RedisMaintenance(store.runner, store.settings, store.now),
    store: store.sessions,
    switchboard,
    proxy: new ProxySessions(() => twilioClient(settings, deadlineIn(10_000)), serviceSid, pace),
    pace,
    progress: () => undefined,
  };
}
