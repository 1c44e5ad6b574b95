import { inProject } from '../../../scripts/project';
import { startChildRuntime } from '../../../scripts/runtime/child';
import { makeCertificate } from '../../../simulator/gateway/certificate';
import { Site } from '../../../simulator/hosting/site';
import { Account, granted } from '../twilio/serverless/account';

const account = new Account();
const versions = {
  '/hello':
    "exports.handler = (context, event, callback) => callback(null, 'hello from ' + context.DOMAIN_NAME);",
  '/twice':
    "exports.handler = (context, event, callback) => { callback(null, 'one'); setImmediate(callback, null, 'two'); };",
};

let site: Site;
beforeAll(async () => {
  site = await new Site({
    certificate: await makeCertificate(),
    packages: inProject('node_modules'),
    startRuntime: startChildRuntime,
    onFailure: (error) => {
      throw error;
    },
  }).start();
  const uploads = Object.entries(versions).map(([path, source]) => account.upload(path, source).sid);
  const dependencies = ['twilio', '@twilio/runtime-handler'].map((name) => ({
    name,
    version: require(inProject('node_modules', name, 'package.json')).version,
  }));
  const build = granted(account.build(uploads, { dependencies }));
  site.serve({ build, environment: account.environment(), context: { DOMAIN_NAME: 'somewhere' } });
});
afterAll(() => site.stop());

const ask = async (path: string) => {
  const answer = await fetch(site.plainUrl + path);
  return [answer.status, await answer.text()];
};

it('runs what was deployed in the real runtime', async () => {
  expect(await ask('/hello')).toEqual([200, 'hello from somewhere']);
});

it('takes the whole runtime down with a Function that calls back twice', async () => {
  await ask('/twice').catch(() => undefined);
  expect(await ask('/hello')).toEqual([502, 'Bad Gateway']);
});
