import { join } from 'node:path';
import { inProject } from '../../scripts/project';
import { findFunctions } from '../../simulator/edge/routes';
import { type System, startSystem } from './harness';

let system: System;
beforeAll(async () => {
  system = await startSystem();
});
afterAll(() => system.stop());

const functions = findFunctions(inProject('dist', 'functions'));
const calledByTwilio = functions.filter(({ path }) => /^\/(proxy|voice|messages)\//.test(path));

it('everything that Twilio calls is protected, and nothing else is', () => {
  expect(calledByTwilio.length).toBeGreaterThan(0);
  expect(functions.filter(({ access }) => access === 'protected')).toEqual(calledByTwilio);
});

it.each(calledByTwilio)('$path answers nobody but Twilio', async ({ path }) => {
  const before = system.simulator.upstash.requests.requestCount;
  const { status } = await system.call(path, { body: { interactionSid: `KI${'0'.repeat(32)}` } });
  expect(status).toBe(403);
  expect(system.simulator.upstash.requests.requestCount).toBe(before);
});

it('answers a body that is no JSON as the platform does, with a bare 400 that quotes nothing', async () => {
  const answer = await fetch(`${system.functionsUrl}/connect`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${system.keys.apiKey}` },
    body: '{"from":"090-1234-5678"',
  });
  expect(answer.status).toBe(400);
  expect(await answer.text()).toBe('Bad Request');
});

it('serves the public page', async () => {
  const { status, text } = await system.call('/index.html', { method: 'GET' });
  expect(status).toBe(200);
  expect(text).toContain('tel-button');
});

it('finds the bundles where the tests look for them', () => {
  expect(functions.map(({ filePath }) => filePath)).toContain(
    join(inProject('dist', 'functions'), 'connect.js'),
  );
});
