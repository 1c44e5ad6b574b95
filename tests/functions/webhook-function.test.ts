import { webhookFunction } from '../../src/http/webhook-function';
import { webhook } from './proxy/webhooks';
import { useFunctionWorld } from './support';

const world = useFunctionWorld();
const plain = { status: 200, headers: { 'Content-Type': 'text/plain' } };
const whereIsIt = webhookFunction(
  { budgetMs: 1_000, onFault: { ...plain, body: '' } },
  async ({ baseUrl }) => ({
    ...plain,
    body: baseUrl,
  }),
);

it.each([
  ['tokumei-1234-production.twil.io', 'https://tokumei-1234-production.twil.io'],
  ['localhost.example.com', 'https://localhost.example.com'],
  ['127.0.0.1:3000', 'http://127.0.0.1:3000'],
  ['localhost:3000', 'http://localhost:3000'],
])('what is deployed to %s names itself %s to Twilio', async (DOMAIN_NAME, url) => {
  const { text } = await world().call(whereIsIt, { event: webhook({}), settings: { DOMAIN_NAME } });
  expect(text).toBe(url);
});
