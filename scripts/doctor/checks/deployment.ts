import type { Config } from '../../../src/config';
import { type Check, failed, ok, type Verdict } from '../check';
import { distance } from './distance';
import { health } from './health';
import { send, unreachable } from './send';

/** Informational: a report about no session changes nothing. */
const WEBHOOK = '/proxy/callback';

/** What only requests to the deployed Functions can tell. */
export function deploymentChecks({ AUTH_TOKEN }: Config, functionsUrl: string): Check[] {
  return [
    { name: 'health', run: () => health(functionsUrl) },
    { name: 'database from there', run: () => distance(functionsUrl) },
    { name: 'unsigned webhook', run: () => unsigned(functionsUrl) },
    { name: 'signed webhook', run: () => signed(functionsUrl, AUTH_TOKEN) },
  ];
}

async function unsigned(functionsUrl: string): Promise<Verdict> {
  const answer = await send(functionsUrl + WEBHOOK, { method: 'POST' });
  if (answer === undefined) return unreachable(functionsUrl);
  if (answer.status === 403) return ok('is refused with 403');
  return failed(
    `is answered with ${answer.status}`,
    'Anybody can pretend to be Twilio. Deploy again with npm run deploy: the file must be protected.',
  );
}

async function signed(functionsUrl: string, authToken: string): Promise<Verdict> {
  const { getExpectedTwilioSignature } = await import('twilio/lib/webhooks/webhooks');
  const url = functionsUrl + WEBHOOK;
  const signature = getExpectedTwilioSignature(authToken, url, {});
  const answer = await send(url, { method: 'POST', headers: { 'X-Twilio-Signature': signature } });
  if (answer === undefined) return unreachable(functionsUrl);
  if (answer.status === 200) return ok('is answered with 200');
  const advice =
    answer.status === 403
      ? "Twilio's own webhooks are refused, and with them every call. AUTH_TOKEN here and at the deployment differ: deploy again after a change of the token."
      : 'Look at the log of the Functions in the Twilio console.';
  return failed(`is answered with ${answer.status}`, advice);
}
