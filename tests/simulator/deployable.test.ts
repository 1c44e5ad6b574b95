import { Twilio } from 'twilio';
import { inProject } from '../../scripts/project';
import { type Deployable, makeDeployable } from '../../simulator/deployable';
import { type Simulator, startSimulator } from '../../simulator/index';
import { LocalRequestClient } from './twilio/support';

let simulator: Simulator;
let deployable: Deployable;
beforeAll(async () => {
  simulator = await startSimulator();
  deployable = await makeDeployable(simulator, {
    packages: inProject('node_modules'),
    startRuntime: () => Promise.reject(new Error('is not reached')),
  });
});
afterAll(async () => {
  await deployable.stop();
  await simulator.stop();
});

/** Deploys one Function with a context that is too large. @returns its domain */
async function deploy(): Promise<string> {
  const { accountSid, authToken, twilio, url } = simulator;
  const { serverless } = new Twilio(accountSid, authToken, { httpClient: new LocalRequestClient(url) });
  const { services } = serverless.v1;
  const service = services((await services.create({ uniqueName: 'large', friendlyName: 'Large' })).sid);
  const { sid, domainName } = await service.environments.create({ uniqueName: 'dev', domainSuffix: 'dev' });
  const { variables, deployments } = service.environments(sid);
  for (let n = 0; n < 9; n++) await variables.create({ key: `KEY_${n}`, value: 'x'.repeat(400) });
  const owner = twilio.serverless.get('large');
  if (!('functions' in owner)) throw new Error('no service');
  const { uploads } = twilio.serverless;
  const resource = uploads.create(owner, 'functions', '/hello');
  uploads.addVersion(resource, 'functions', {
    path: '/hello',
    visibility: 'public',
    content: Buffer.from(''),
  });
  const build = await service.builds.create({
    functionVersions: [...resource.versions].map((one) => one.sid),
  });
  await twilio.clock.advance(1);
  await deployments.create({ buildSid: build.sid });
  return domainName;
}

it("answers 500 for variables that are too large together, and notes it in Twilio's debugger", async () => {
  const { twilio } = simulator;
  const domain = await deploy();
  const plain = twilio.origins.get(`https://${domain}`);
  expect(twilio.origins.get(`http://${domain}`)).toBe(plain);
  expect((await fetch(`${plain}/hello`)).status).toBe(500);
  expect([...twilio.alerts.records].map(({ code }) => code)).toEqual([82006]);
});
