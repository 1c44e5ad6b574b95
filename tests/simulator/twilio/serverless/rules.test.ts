import type { Live } from '../../../../simulator/twilio/serverless/model';
import { Account, granted } from './account';

let account: Account;
beforeEach(() => {
  account = new Account();
});

const long = (bytes: number) => 'x'.repeat(bytes);

describe('a service', () => {
  it.each(['', 'two words', long(51)])('is not called "%s"', (uniqueName) => {
    expect(account.serverless.create({ uniqueName, friendlyName: '' })).toMatchObject({ code: 20001 });
  });

  it('has a name of its own', () => {
    const again = { uniqueName: 'tokumei', friendlyName: 'again' };
    expect(account.serverless.create(again)).toMatchObject({ status: 409 });
    expect(account.serverless.get('tokumei')).toBe(account.service);
  });

  it('is one of 50 at most', () => {
    for (let n = 1; n < 50; n++)
      granted(account.serverless.create({ uniqueName: `s-${n}`, friendlyName: '' }));
    expect(account.serverless.create({ uniqueName: 'more', friendlyName: '' })).toMatchObject({
      message: 'Services are limited to less than or equal to 50',
    });
  });
});

describe('an upload', () => {
  it.each(['', '/a b', '/a#b', `/${long(255)}`])('is refused under the path "%s"', (path) => {
    expect(() => account.upload(path)).toThrow('Path');
  });

  it('is refused when it is too large', () => {
    expect(() => account.upload('/large', long(5_000_001))).toThrow('larger than 5000000 bytes');
  });

  it('gets the slash that its path lacks', () => {
    expect(account.upload('hello').path).toBe('/hello');
  });
});

describe('a build', () => {
  it('takes a moment', async () => {
    const build = granted(account.build());
    expect(build.status).toBe('building');
    account.clock.skip(600);
    await account.clock.advance(0);
    expect(build.status).toBe('completed');
  });

  it.each([
    ['nothing in it', [], {}, 20001, 'At least one'],
    ['something never uploaded', [`ZN${'0'.repeat(32)}`], {}, 20001, 'functions versions'],
    ['an old runtime', undefined, { runtime: 'node18' }, 82007, 'unsupported runtime: node18'],
    [
      "a handler's version that the platform refuses",
      undefined,
      { dependencies: [{ name: '@twilio/runtime-handler', version: '2.1.0' }] },
      20001,
      'No matching version found for @twilio/runtime-handler@2.1.0',
    ],
  ])('is refused with %s', (_what, versions, more, code, message) => {
    expect(account.build(versions, more)).toMatchObject({
      code,
      message: expect.stringContaining(message),
    });
  });

  it.each(['2.0.3', '2.0.1', '2.1.2'])(
    'is made with version %s of the handler, which is known',
    (version) => {
      granted(account.build(undefined, { dependencies: [{ name: '@twilio/runtime-handler', version }] }));
    },
  );

  it('has each path once, and 50 Functions at most', () => {
    const twice = [account.upload('/a').sid, account.upload('/a').sid];
    expect(account.build(twice)).toMatchObject({ message: expect.stringContaining('the path /a') });
    const many = Array.from({ length: 51 }, (_, n) => account.upload(`/f${n}`).sid);
    expect(account.build(many)).toMatchObject({ message: expect.stringContaining('equal to 50') });
  });

  it('is one of 100 in an hour', () => {
    const { sid } = account.upload();
    for (let n = 0; n < 100; n++) granted(account.build([sid]));
    expect(account.build([sid])).toMatchObject({ message: expect.stringContaining('equal to 100') });
  });
});

describe('an environment', () => {
  it('has a domain with its suffix', () => {
    expect(account.environment('stage').domainName).toMatch(/^tokumei-\d{4}-stage\.twil\.io$/);
  });

  it('shares its suffix with no other one', () => {
    account.environment('dev');
    expect(() => account.environment('dev')).toThrow('already in use');
    expect(() => account.environment('two words')).toThrow('DomainSuffix');
  });

  it('takes variables of 450 bytes, each once', () => {
    const environment = account.environment();
    const { variables } = account.serverless;
    granted(variables.create(environment, { key: 'KEY', value: long(450) }));
    expect(variables.create(environment, { key: 'KEY', value: '' })).toMatchObject({ status: 409 });
    expect(variables.create(environment, { key: 'LONG', value: long(451) })).toMatchObject({ code: 20001 });
    expect(variables.create(environment, { key: 'not a name', value: '' })).toMatchObject({ code: 20001 });
  });
});

describe('a deployment', () => {
  async function built() {
    const build = granted(account.build());
    account.clock.skip(600);
    await account.clock.advance(0);
    return build;
  }

  it('needs a build that is completed', () => {
    const build = granted(account.build());
    const environment = account.environment();
    expect(account.serverless.environments.deploy(account.service, environment, build)).toMatchObject({
      code: 20001,
    });
    expect(environment.buildSid).toBeNull();
  });

  it('hands the host the build with its context, and again when a variable changes', async () => {
    const served: Live[] = [];
    account.serverless.host = {
      takeDomain: () => 'localhost:1',
      missing: () => undefined,
      serve: (live) => served.push(live),
    };
    const environment = account.environment();
    const build = await built();
    const { environments, variables } = account.serverless;
    granted(environments.deploy(account.service, environment, build));
    granted(variables.create(environment, { key: 'KEY', value: 'value' }));
    environments.reload(account.service, environment);
    expect(served.map(({ context }) => context.KEY)).toEqual([undefined, 'value']);
    expect(served[0]).toMatchObject({
      build,
      context: { AUTH_TOKEN: 'secret', DOMAIN_NAME: 'localhost:1', SERVICE_SID: account.service.sid },
    });
  });

  it('is refused for what is live already', async () => {
    const environment = account.environment();
    const build = await built();
    const deploy = () => account.serverless.environments.deploy(account.service, environment, build);
    granted(deploy());
    expect(deploy()).toMatchObject({ message: 'Environment already has requested deployment' });
  });
});
