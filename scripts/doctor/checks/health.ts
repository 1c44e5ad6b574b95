import * as v from 'valibot';
import { parsedJson } from '../../json';
import { failed, ok, type Verdict } from '../check';
import { send, unreachable } from './send';

const ADVICE: Readonly<Record<string, string>> = {
  pool_exhausted: 'The pool has no number of the default country. Run npm run setup -- --numbers all.',
  store_unavailable:
    'The Functions do not get an answer from the database. Run npm run deploy if its address or token has changed.',
};

const Unhealthy = v.fallback(
  v.object({ code: v.optional(v.string()), variables: v.optional(v.array(v.string()), []) }),
  { variables: [] },
);

/** What `/health` of the deployment answers, and what to do about it. */
export async function health(functionsUrl: string): Promise<Verdict> {
  const answer = await send(`${functionsUrl}/health`, { headers: { 'Accept-Language': 'en' } });
  if (answer === undefined) return unreachable(functionsUrl);
  if (answer.status === 200) return ok('answers 200');
  return unhealthy(answer.status, await answer.text());
}

/** What to do about the answer of an unhealthy deployment, or about another page in its place. */
function unhealthy(status: number, text: string): Verdict {
  const { code, variables } = v.parse(Unhealthy, parsedJson(text));
  const found = code === undefined ? `answers ${status}` : `answers ${status}, ${code}`;
  if (variables.length > 0)
    return failed(found, `At the deployment: ${variables.join('; ')}. Correct .env and run npm run deploy.`);
  return failed(found, ADVICE[code ?? ''] ?? 'Look at the log of the Functions in the Twilio console.');
}
