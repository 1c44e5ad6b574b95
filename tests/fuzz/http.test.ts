import fc from 'fast-check';
import { type System, startSystem } from '../integration/harness';
import { isDocumented } from './invoke';
import { rawRequests } from './requests';
import { clientWords } from './vocabularies';

const REQUESTS = 300;
/** What the platform itself answers to a body that it cannot read, or that is too large. */
const PLATFORM = [400, 413, 431];

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

it.each(Object.keys(clientWords))(`/%s survives ${REQUESTS} requests over HTTP`, async (name) => {
  const credentials = [system.keys.apiKey, system.buyer.ticket];
  const vocabulary = { names: [], values: [], ...clientWords[name], credentials };
  await fc.assert(
    fc.asyncProperty(rawRequests(vocabulary), async ({ headers, body }) => {
      const answer = await fetch(`${system.functionsUrl}/${name}`, {
        method: 'POST',
        headers: headers.map(([header, value]) => [header, value]),
        body,
      });
      const text = await answer.text();
      const isJson = answer.headers.get('Content-Type')?.startsWith('application/json');
      const wasRefused = !isJson && PLATFORM.includes(answer.status);
      if (!wasRefused && !isDocumented({ status: answer.status, body: JSON.parse(text) }))
        throw new Error(`answered ${answer.status} ${text}`);
    }),
    { numRuns: REQUESTS },
  );
  expect((await system.call('/health')).status).toBe(200);
});
