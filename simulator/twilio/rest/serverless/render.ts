import type {
  Build,
  Deployment,
  Environment,
  Resource,
  ServerlessService,
  Variable,
  Version,
} from '../../serverless/model';
import type { Kind } from '../../serverless/uploads';
import { isoDate } from '../dates';
import type { TwilioState } from '../operation';

const HOST = 'https://serverless.twilio.com/v1';

const serviceUrl = (service: ServerlessService) => `${HOST}/Services/${service.sid}`;

const environmentUrl = (service: ServerlessService, environment: Environment) =>
  `${serviceUrl(service)}/Environments/${environment.sid}`;

const dates = (record: { dateCreated: number; dateUpdated: number }) => ({
  date_created: isoDate(record.dateCreated),
  date_updated: isoDate(record.dateUpdated),
});

const withLinks = (url: string, links: Readonly<Record<string, string>>) => ({
  url,
  links: Object.fromEntries(Object.entries(links).map(([name, path]) => [name, `${url}/${path}`])),
});

export function renderService(state: TwilioState, service: ServerlessService): object {
  return {
    sid: service.sid,
    account_sid: state.accountSid,
    friendly_name: service.friendlyName,
    unique_name: service.uniqueName,
    include_credentials: service.includeCredentials,
    ui_editable: service.uiEditable,
    domain_base: service.domainBase,
    ...dates(service),
    ...withLinks(serviceUrl(service), {
      environments: 'Environments',
      functions: 'Functions',
      assets: 'Assets',
      builds: 'Builds',
    }),
  };
}

export function renderEnvironment(
  state: TwilioState,
  service: ServerlessService,
  environment: Environment,
): object {
  return {
    sid: environment.sid,
    account_sid: state.accountSid,
    service_sid: service.sid,
    build_sid: environment.buildSid,
    unique_name: environment.uniqueName,
    domain_suffix: environment.domainSuffix,
    domain_name: environment.domainName,
    ...dates(environment),
    ...withLinks(environmentUrl(service, environment), {
      variables: 'Variables',
      deployments: 'Deployments',
      logs: 'Logs',
    }),
  };
}

const folders = { functions: 'Functions', assets: 'Assets' } as const;
const owners = { functions: 'function_sid', assets: 'asset_sid' } as const;

export function renderResource(
  state: TwilioState,
  service: ServerlessService,
  kind: Kind,
  resource: Resource,
): object {
  return {
    sid: resource.sid,
    account_sid: state.accountSid,
    service_sid: service.sid,
    friendly_name: resource.friendlyName,
    ...dates(resource),
    ...withLinks(`${serviceUrl(service)}/${folders[kind]}/${resource.sid}`, {
      [kind === 'functions' ? 'function_versions' : 'asset_versions']: 'Versions',
    }),
  };
}

export function renderVersion(
  state: TwilioState,
  service: ServerlessService,
  kind: Kind,
  version: Version,
): { url: string; [field: string]: unknown } {
  return {
    sid: version.sid,
    account_sid: state.accountSid,
    service_sid: service.sid,
    [owners[kind]]: version.resourceSid,
    path: version.path,
    visibility: version.visibility,
    date_created: isoDate(version.dateCreated),
    url: `${serviceUrl(service)}/${folders[kind]}/${version.resourceSid}/Versions/${version.sid}`,
  };
}

export function renderBuild(state: TwilioState, service: ServerlessService, build: Build): object {
  return {
    sid: build.sid,
    account_sid: state.accountSid,
    service_sid: service.sid,
    status: build.status,
    function_versions: build.functionVersions.map((one) => renderVersion(state, service, 'functions', one)),
    asset_versions: build.assetVersions.map((one) => renderVersion(state, service, 'assets', one)),
    dependencies: build.dependencies,
    runtime: build.runtime,
    ...dates(build),
    ...withLinks(`${serviceUrl(service)}/Builds/${build.sid}`, { build_status: 'Status' }),
  };
}

export function renderStatus(state: TwilioState, service: ServerlessService, build: Build): object {
  return {
    sid: build.sid,
    account_sid: state.accountSid,
    service_sid: service.sid,
    status: build.status,
    url: `${serviceUrl(service)}/Builds/${build.sid}/Status`,
  };
}

export function renderDeployment(
  state: TwilioState,
  service: ServerlessService,
  environment: Environment,
  deployment: Deployment,
): object {
  return {
    sid: deployment.sid,
    account_sid: state.accountSid,
    service_sid: service.sid,
    environment_sid: environment.sid,
    build_sid: deployment.buildSid,
    ...dates(deployment),
    url: `${environmentUrl(service, environment)}/Deployments/${deployment.sid}`,
  };
}

export function renderVariable(
  state: TwilioState,
  service: ServerlessService,
  environment: Environment,
  variable: Variable,
): object {
  return {
    sid: variable.sid,
    account_sid: state.accountSid,
    service_sid: service.sid,
    environment_sid: environment.sid,
    key: variable.key,
    value: variable.value,
    ...dates(variable),
    url: `${environmentUrl(service, environment)}/Variables/${variable.sid}`,
  };
}
