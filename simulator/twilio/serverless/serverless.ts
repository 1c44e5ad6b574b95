import { randomInt } from 'node:crypto';
import { Collection } from '../collection';
import type { Clock } from '../model';
import { newSid } from '../sids';
import type { TwilioError } from '../twilio-error';
import { Builds } from './builds';
import { Environments } from './environments';
import { refusal } from './errors';
import { serverlessLimits } from './limits';
import type { Host, ServerlessService } from './model';
import { Uploads } from './uploads';
import { Variables } from './variables';

/** Who the Functions are run for. */
export interface Owner {
  readonly clock: Clock;
  readonly accountSid: string;
  readonly authToken: string;
}

/** What a service is made from. */
export interface ServiceParams {
  uniqueName: string;
  friendlyName: string;
  includeCredentials?: boolean | undefined;
  uiEditable?: boolean | undefined;
}

/** Everything that was deployed to the account, and how. https://www.twilio.com/docs/serverless/api */
export class Serverless {
  readonly services = new Collection<ServerlessService>();
  readonly uploads: Uploads;
  readonly builds: Builds;
  readonly environments: Environments;
  readonly variables: Variables;
  readonly #clock: Clock;

  constructor(owner: Owner) {
    this.#clock = owner.clock;
    this.uploads = new Uploads(owner.clock);
    this.builds = new Builds(owner.clock);
    this.environments = new Environments(owner);
    this.variables = new Variables(owner.clock);
  }

  /** Runs what is deployed from now on; until then deployments are on record only. */
  set host(host: Host) {
    this.environments.host = host;
    this.builds.host = host;
  }

  get(sidOrUniqueName: string): ServerlessService | TwilioError {
    const named = [...this.services].find(({ uniqueName }) => uniqueName === sidOrUniqueName);
    return this.services.get(sidOrUniqueName) ?? named ?? refusal.notFound(`Service ${sidOrUniqueName}`);
  }

  create(params: ServiceParams): ServerlessService | TwilioError {
    const { uniqueName, friendlyName, includeCredentials = true, uiEditable = false } = params;
    const refused = this.#refuse(uniqueName);
    if (refused) return refused;
    const now = this.#clock.now();
    return this.services.add({
      sid: newSid('ZS'),
      uniqueName,
      friendlyName,
      includeCredentials,
      uiEditable,
      domainBase: `${uniqueName.toLowerCase()}-${randomInt(1_000, 10_000)}`,
      environments: new Collection(),
      functions: new Collection(),
      assets: new Collection(),
      builds: new Collection(),
      dateCreated: now,
      dateUpdated: now,
    });
  }

  #refuse(uniqueName: string): TwilioError | undefined {
    const { services, uniqueNameLength } = serverlessLimits;
    if (!/^[A-Za-z0-9-]+$/.test(uniqueName) || uniqueName.length > uniqueNameLength) {
      return refusal.invalid('UniqueName');
    }
    if ([...this.services].some((service) => service.uniqueName === uniqueName)) {
      return refusal.taken('UniqueName');
    }
    return this.services.size < services ? undefined : refusal.tooMany('Services', services);
  }
}
