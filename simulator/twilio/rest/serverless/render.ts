import type { Build, Resource, ServerlessService, Version } from '../../serverless/model';
import type { Kind } from '../../serverless/uploads';
import { isoDate } from '../dates';
import type { TwilioState } from '../operation';
import { dates, owners, serviceUrl, withLinks } from './render-parts';

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

const folders = { functions: 'Functions', assets: 'Assets' } as const;
const parents = { functions: 'function_sid', assets: 'asset_sid' } as const;

export function renderResource(
  state: TwilioState,
  service: ServerlessService,
  kind: Kind,
  resource: Resource,
): object {
  return {
    sid: resource.sid,
    ...owners(state, service),
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
    ...owners(state, service),
    [parents[kind]]: version.resourceSid,
    path: version.path,
    visibility: version.visibility,
    date_created: isoDate(version.dateCreated),
    url: `${serviceUrl(service)}/${folders[kind]}/${version.resourceSid}/Versions/${version.sid}`,
  };
}

export function renderBuild(state: TwilioState, service: ServerlessService, build: Build): object {
  return {
    sid: build.sid,
    ...owners(state, service),
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
    ...owners(state, service),
    status: build.status,
    url: `${serviceUrl(service)}/Builds/${build.sid}/Status`,
  };
}
