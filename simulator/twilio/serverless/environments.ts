import { Collection } from '../collection';
import { newSid } from '../sids';
import type { TwilioError } from '../twilio-error';
import { refusal } from './errors';
import { serverlessLimits } from './limits';
import type { Build, Deployment, Environment, Host, Live, ServerlessService } from './model';
import type { Owner } from './serverless';

/** What an environment is made from. */
export interface EnvironmentParams {
  uniqueName: string;
  domainSuffix?: string | undefined;
}

/** Environments: their domains, variables and deployments. */
export class Environments {
  host: Host | undefined;
  readonly #owner: Owner;

  constructor(owner: Owner) {
    this.#owner = owner;
  }

  get(service: ServerlessService, sidOrUniqueName: string): Environment | TwilioError {
    const named = [...service.environments].find(({ uniqueName }) => uniqueName === sidOrUniqueName);
    return service.environments.get(sidOrUniqueName) ?? named ?? refusal.notFound('Environment');
  }

  create(service: ServerlessService, params: EnvironmentParams): Environment | TwilioError {
    const domainSuffix = params.domainSuffix ?? null;
    const refused = refuse(service, params.uniqueName, domainSuffix);
    if (refused) return refused;
    return service.environments.add({
      sid: newSid('ZE'),
      uniqueName: params.uniqueName,
      domainSuffix,
      domainName: this.host?.takeDomain() ?? domainOf(service, domainSuffix),
      buildSid: null,
      variables: new Collection(),
      deployments: new Collection(),
      ...this.#dates(),
    });
  }

  deploy(service: ServerlessService, environment: Environment, build: Build): Deployment | TwilioError {
    if (build.status !== 'completed') return refusal.notBuilt();
    if (environment.buildSid === build.sid) return refusal.alreadyDeployed();
    environment.buildSid = build.sid;
    environment.dateUpdated = this.#owner.clock.now();
    this.reload(service, environment);
    return environment.deployments.add({ sid: newSid('ZD'), buildSid: build.sid, ...this.#dates() });
  }

  deployment({ deployments }: Environment, sid: string): Deployment | TwilioError {
    return deployments.get(sid) ?? refusal.notFound('Deployment');
  }

  /** What is live in an environment; nothing before its first deployment. */
  live(service: ServerlessService, environment: Environment): Live | undefined {
    const build = environment.buildSid ? service.builds.get(environment.buildSid) : undefined;
    return build && { build, environment, context: this.#contextOf(service, environment) };
  }

  /** Serves what is live anew: new values of variables are seen at once, without a deployment: https://www.twilio.com/docs/serverless/functions-assets/functions/variables */
  reload(service: ServerlessService, environment: Environment): void {
    const live = this.live(service, environment);
    if (live) this.host?.serve(live);
  }

  #contextOf(service: ServerlessService, environment: Environment): Record<string, string> {
    const { accountSid, authToken } = this.#owner;
    return {
      ...Object.fromEntries([...environment.variables].map(({ key, value }) => [key, value])),
      ...(service.includeCredentials && { ACCOUNT_SID: accountSid, AUTH_TOKEN: authToken }),
      DOMAIN_NAME: environment.domainName,
      SERVICE_SID: service.sid,
      ENVIRONMENT_SID: environment.sid,
    };
  }

  #dates() {
    const now = this.#owner.clock.now();
    return { dateCreated: now, dateUpdated: now };
  }
}

function domainOf({ domainBase }: ServerlessService, suffix: string | null): string {
  return `${[domainBase, ...(suffix ? [suffix] : [])].join('-')}.twil.io`;
}

function refuse(
  { environments }: ServerlessService,
  name: string,
  suffix: string | null,
): TwilioError | undefined {
  if (name === '') return refusal.invalid('UniqueName');
  const { suffixLength } = serverlessLimits;
  if (suffix !== null && (!/^[a-z0-9-]+$/.test(suffix) || suffix.length > suffixLength)) {
    return refusal.invalid('DomainSuffix');
  }
  if ([...environments].some((one) => one.uniqueName === name || one.domainSuffix === suffix)) {
    return refusal.taken('UniqueName or DomainSuffix');
  }
  const most = serverlessLimits.environments;
  return environments.size < most ? undefined : refusal.tooMany('Environments', most);
}
