import type { Twilio } from 'twilio';
import { counted } from '../../counted';
import { askTwilio } from '../../twilio-call';
import { type Check, failed, ok, type Verdict, warning } from '../check';

const HOUR_MS = 3_600_000;
/** How far back alerts are read, and how recent one must be to count as a failure of now. */
const WINDOW_MS = { read: 24 * HOUR_MS, now: HOUR_MS };
const MOST_ALERTS = 1_000;

/** What the alerts that concern a masking service mean. @see https://www.twilio.com/docs/api/errors */
const MEANING: Readonly<Record<string, string>> = {
  11200: 'A webhook did not answer as it should. Check the deployment: npm run doctor -- --live.',
  80905: 'A call or text matched no session, and no answer said what to do with it. Check the callbacks.',
  80908: 'CallbackUrl did not answer: the call log has gaps. Check the deployment: npm run doctor -- --live.',
  80913:
    'OutOfSessionCallbackUrl did not answer: callers heard nothing. Check the deployment: npm run doctor -- --live.',
  82006: 'The variables of a Function are too large. Shorten some, then deploy.',
};

/** Proxy notes every interaction that the intercept stopped, which is what it is for. @see https://www.twilio.com/docs/api/errors/80909 */
const STOPPED = '80909';

interface Seen {
  times: number;
  lastMs: number;
}

/** What Twilio's debugger has noted lately. */
export function alertCheck(client: Twilio, now: () => number = Date.now): Check {
  return { name: 'alerts', run: async () => judge(await recentAlerts(client, now()), now()) };
}

async function recentAlerts(client: Twilio, nowMs: number): Promise<Map<string, Seen>> {
  const startDate = new Date(nowMs - WINDOW_MS.read);
  const alerts = await askTwilio(() =>
    client.monitor.v1.alerts.list({ startDate, limit: MOST_ALERTS, pageSize: MOST_ALERTS }),
  );
  const seen = new Map<string, Seen>();
  for (const { errorCode, dateCreated } of alerts) {
    const { times, lastMs } = seen.get(errorCode) ?? { times: 0, lastMs: 0 };
    seen.set(errorCode, { times: times + 1, lastMs: Math.max(lastMs, dateCreated.getTime()) });
  }
  return seen;
}

function judge(seen: ReadonlyMap<string, Seen>, nowMs: number): Verdict {
  const found = [...seen].map(([code, { times }]) => `${code} ${counted(times, 'time')}`).join(', ');
  const troubles = [...seen].filter(([code]) => code !== STOPPED);
  if (troubles.length === 0) return ok(found ? `${found} (stopped as intended)` : 'none in 24 hours');
  const advice = troubles.map(([code]) => `${code}: ${MEANING[code] ?? 'See the page below.'}`).join('\n');
  const pages = 'https://www.twilio.com/docs/api/errors and https://console.twilio.com (Monitor) tell more.';
  const isNow = troubles.some(([code, { lastMs }]) => code in MEANING && lastMs > nowMs - WINDOW_MS.now);
  return (isNow ? failed : warning)(`in 24 hours: ${found}`, `${advice}\n${pages}`);
}
