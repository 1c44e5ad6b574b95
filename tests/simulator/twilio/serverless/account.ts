import type { Build, Environment, ServerlessService } from '../../../../simulator/twilio/serverless/model';
import { Serverless } from '../../../../simulator/twilio/serverless/serverless';
import { TwilioError } from '../../../../simulator/twilio/twilio-error';
import { StillClock } from '../support';

/** What a rule let pass. @throws the refusal */
export function granted<T extends object>(result: T | TwilioError): T {
  if (result instanceof TwilioError) throw new Error(`${result.code} ${result.message}`);
  return result;
}

/** An account with one service, and the means to deploy to it. */
export class Account {
  readonly clock = new StillClock();
  readonly serverless = new Serverless({
    clock: this.clock,
    accountSid: `AC${'0'.repeat(32)}`,
    authToken: 'secret',
  });
  readonly service: ServerlessService = granted(
    this.serverless.create({ uniqueName: 'tokumei', friendlyName: 'Tokumei' }),
  );

  upload(path = '/hello', content = 'exports.handler = 1') {
    const { uploads } = this.serverless;
    const resource = uploads.create(this.service, 'functions', path);
    const params = { path, visibility: 'public' as const, content: Buffer.from(content) };
    return granted(uploads.addVersion(resource, 'functions', params));
  }

  build(functionVersions: readonly string[] = [this.upload().sid], more: object = {}): Build | TwilioError {
    const params = { functionVersions, assetVersions: [], dependencies: [], ...more };
    return this.serverless.builds.create(this.service, params);
  }

  environment(domainSuffix = 'dev'): Environment {
    const params = { uniqueName: `${domainSuffix}-environment`, domainSuffix };
    return granted(this.serverless.environments.create(this.service, params));
  }
}
