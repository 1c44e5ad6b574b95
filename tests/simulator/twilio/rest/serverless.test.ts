import { type RunningSimulator, startSimulator } from '../support';

const HOST = '/serverless-upload.twilio.com/v1';
const SOURCE = 'exports.handler = (context, event, callback) => callback(null, "こんにちは");';

let running: RunningSimulator;
beforeAll(async () => {
  running = await startSimulator();
});
afterAll(() => running.stop());

function upload(folder: string, sid: string, fields: Record<string, string | Blob>) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const [serviceSid] = folder.split('/');
  return running.call(`${HOST}/Services/${serviceSid}/${folder.split('/')[1]}/${sid}/Versions`, {
    method: 'POST',
    body,
  });
}

const hello = { Path: '/hello', Visibility: 'protected', Content: new Blob([SOURCE]) };

describe("Twilio's Serverless API through Twilio's own client", () => {
  it('keeps a service with what is uploaded, built, set and deployed', async () => {
    const { services } = running.client.serverless.v1;
    const service = await services.create({ uniqueName: 'first', friendlyName: 'First' });
    expect(await services('first').fetch()).toMatchObject({ sid: service.sid, includeCredentials: true });
    expect(await services.list()).toHaveLength(1);

    const { functions, assets, builds, environments } = services(service.sid);
    const { sid: functionSid } = await functions.create({ friendlyName: '/hello' });
    const { sid: assetSid } = await assets.create({ friendlyName: '/page.html' });
    const uploaded = await upload(`${service.sid}/Functions`, functionSid, hello);
    const version = (await uploaded.json()) as { sid: string };
    const page = { Path: '/page.html', Visibility: 'public', Content: new Blob(['<p>']) };
    const asset = (await (await upload(`${service.sid}/Assets`, assetSid, page)).json()) as { sid: string };
    expect(uploaded.status).toBe(201);
    expect(version).toMatchObject({ path: '/hello', visibility: 'protected', function_sid: functionSid });
    const { functionVersions } = functions(functionSid);
    expect((await functionVersions(version.sid).functionVersionContent().fetch()).content).toBe(SOURCE);
    expect(await functionVersions.list()).toHaveLength(1);
    expect(await assets(assetSid).assetVersions.list()).toHaveLength(1);
    expect([(await functions.list()).length, (await assets.list()).length]).toEqual([1, 1]);

    const build = await builds.create({
      functionVersions: [version.sid],
      assetVersions: [asset.sid],
      dependencies: JSON.stringify([{ name: 'twilio', version: '6.2.0' }]),
      runtime: 'node22',
    });
    expect(build).toMatchObject({ status: 'building', runtime: 'node22' });
    expect(build.dependencies).toEqual([{ name: 'twilio', version: '6.2.0' }]);
    await running.simulator.clock.advance(1);
    expect((await builds(build.sid).buildStatus().fetch()).status).toBe('completed');
    expect(await builds.list()).toHaveLength(1);

    const { sid } = await environments.create({ uniqueName: 'dev-environment', domainSuffix: 'dev' });
    const { variables, deployments } = environments(sid);
    const variable = await variables.create({ key: 'KEY', value: 'one' });
    expect((await variables(variable.sid).update({ value: 'two' })).value).toBe('two');
    expect((await variables(variable.sid).fetch()).key).toBe('KEY');
    const deployed = await deployments.create({ buildSid: build.sid });
    expect((await deployments(deployed.sid).fetch()).buildSid).toBe(build.sid);
    expect(await deployments.list()).toHaveLength(1);
    expect((await environments(sid).fetch()).buildSid).toBe(build.sid);
    expect(await variables(variable.sid).remove()).toBe(true);
    expect(await variables.list()).toEqual([]);
    expect(await environments.list()).toHaveLength(1);
    expect(await services(service.sid).remove()).toBe(true);
    await expect(services(service.sid).fetch()).rejects.toMatchObject({ status: 404 });
  });

  it('refuses uploads that are not whole, nowhere, or not ours', async () => {
    const { services } = running.client.serverless.v1;
    const { sid } = await services.create({ uniqueName: 'second', friendlyName: 'Second' });
    const resource = await services(sid).functions.create({ friendlyName: '/hello' });
    const { Content: _content, ...empty } = hello;
    const statusOf = async (fields: Record<string, string | Blob>, to = resource.sid) =>
      (await upload(`${sid}/Functions`, to, fields)).status;
    expect(await statusOf(empty)).toBe(400);
    expect(await statusOf({ ...hello, Visibility: 'secret' })).toBe(400);
    expect(await statusOf(hello, `ZH${'0'.repeat(32)}`)).toBe(404);
    const stranger = await fetch(`${running.url}${HOST}/Services/${sid}/Functions/${resource.sid}/Versions`, {
      method: 'POST',
    });
    expect(stranger.status).toBe(401);
  });
});
