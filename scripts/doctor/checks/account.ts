import type { Twilio } from 'twilio';
import * as v from 'valibot';
import type { Config } from '../../../src/config';
import { askTwilio } from '../../twilio-call';
import { type Check, failed, ok, type Verdict, warning } from '../check';
import { once } from '../once';

/** Tickets and their ends are compared with Twilio's clock by the second. */
const SKEW_SECONDS = { warning: 5, failed: 60 };

const Account = v.object({ status: v.string(), type: v.string() });

/** Whether the account lets us in and works, and whether this machine has the right time. */
export function accountChecks(
  client: Pick<Twilio, 'request'>,
  { ACCOUNT_SID }: Config,
): [account: Check, clock: Check] {
  const answer = once(() => fetchAccount(client, ACCOUNT_SID));
  return [
    { name: 'Twilio account', run: async () => standing((await answer()).account) },
    { name: 'clock', run: async () => skew((await answer()).skewSeconds) },
  ];
}

async function fetchAccount(client: Pick<Twilio, 'request'>, sid: string) {
  const uri = `https://api.twilio.com/2010-04-01/Accounts/${sid}.json`;
  const { body, headers } = await askTwilio(() => request(client, uri));
  const twilioMs = Date.parse(String(headers.date));
  return { account: v.parse(Account, body), skewSeconds: Math.round((Date.now() - twilioMs) / 1_000) };
}

/** The plain request, since the resource drops the headers, and with them Twilio's time. */
async function request(client: Pick<Twilio, 'request'>, uri: string) {
  const answer = await client.request({ method: 'get', uri });
  const { statusCode, body } = answer;
  if (statusCode === 200) return { body, headers: answer.headers as Record<string, unknown> };
  const { code } = v.parse(v.object({ code: v.optional(v.number()) }), body);
  throw Object.assign(new Error('refused'), { status: statusCode, code });
}

function standing({ status, type }: v.InferOutput<typeof Account>): Verdict {
  const found = `${status}, ${type}`;
  if (status !== 'active') return failed(found, 'Ask Twilio why the account is not active.');
  if (type !== 'Trial') return ok(found);
  return warning(found, 'A trial account reaches verified numbers only. Upgrade it before users call.');
}

function skew(seconds: number): Verdict {
  if (Number.isNaN(seconds)) return warning('unknown', 'Twilio did not name its time. Run this again.');
  const found = `${seconds} s off Twilio's`;
  const advice =
    "Set this machine's clock, best by NTP: tickets that it seals are refused, or live too long.";
  if (Math.abs(seconds) > SKEW_SECONDS.failed) return failed(found, advice);
  return Math.abs(seconds) > SKEW_SECONDS.warning ? warning(found, advice) : ok(found);
}
