import { createServer, type Server } from 'node:http';
import { health } from '../../../scripts/doctor/checks/health';
import { close, listen } from '../../../simulator/server';

let server: Server;
let url: string;
let answer: { status: number; body: string };
beforeEach(async () => {
  server = createServer((_request, response) => response.writeHead(answer.status).end(answer.body));
  url = await listen(server, 0);
});
afterEach(() => close(server));

it.each([
  [
    'variables that are wrong there',
    500,
    { code: 'misconfigured', variables: ['LOOKUP_KEY is missing', 'API_KEYS is wrong'] },
    /^At the deployment: LOOKUP_KEY is missing; API_KEYS is wrong\. .*npm run deploy/,
  ],
  ['an empty pool', 503, { code: 'pool_exhausted' }, /npm run setup -- --numbers all/],
  ['a database that it does not reach', 503, { code: 'store_unavailable' }, /npm run deploy if its address/],
  ['what it does not explain', 500, { code: 'internal_error' }, /log of the Functions/],
])('the health of a deployment tells what to do about %s', async (_what, status, body, advice) => {
  answer = { status, body: JSON.stringify({ status: 'error', ...body }) };
  expect(await health(url)).toEqual({
    state: 'failed',
    found: `answers ${status}, ${body.code}`,
    advice: expect.stringMatching(advice),
  });
});

it('a page of somebody else in the place of the deployment is no health', async () => {
  answer = { status: 404, body: '<h1>Not found</h1>' };
  expect(await health(url)).toMatchObject({ state: 'failed', found: 'answers 404' });
});
