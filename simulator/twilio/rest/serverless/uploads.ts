import { refusal } from '../../serverless/errors';
import type { Resource, ServerlessService, Version } from '../../serverless/model';
import type { Kind } from '../../serverless/uploads';
import type { TwilioError } from '../../twilio-error';
import type { Handlers, OperationContext } from '../operation';
import { proxyList as list } from '../paging';
import { map, pathOf } from '../results';
import { renderResource, renderVersion } from './render';
import { withService } from './within';

/** https://www.twilio.com/docs/serverless/api/resource/function */
export const functionOperations: Handlers = {
  ListFunction: (context) => listed(context, 'functions'),
  CreateFunction: (context) => created(context, 'functions'),
  FetchFunction: (context) => fetched(context, 'functions'),
  ListFunctionVersion: (context) => listedVersions(context, 'functions', 'function_versions'),
  FetchFunctionVersionContent: (context) =>
    withResource(context, 'functions', 'FunctionSid', (service, { versions }) => {
      const version = versions.get(pathOf(context, 'Sid'));
      return version ? renderContent(context, service, version) : refusal.notFound('Version');
    }),
};

/** https://www.twilio.com/docs/serverless/api/resource/asset */
export const assetOperations: Handlers = {
  ListAsset: (context) => listed(context, 'assets'),
  CreateAsset: (context) => created(context, 'assets'),
  FetchAsset: (context) => fetched(context, 'assets'),
  ListAssetVersion: (context) => listedVersions(context, 'assets', 'asset_versions'),
};

function listed(context: OperationContext, kind: Kind): object | TwilioError {
  return withService(context, (service) =>
    list(
      context,
      kind,
      (limit, cursor) => service[kind].page(limit, cursor),
      (resource) => renderResource(context.state, service, kind, resource),
    ),
  );
}

function created(context: OperationContext, kind: Kind): object | TwilioError {
  const { state, body } = context;
  return withService(context, (service) => {
    const resource = state.serverless.uploads.create(service, kind, body.text('FriendlyName') ?? '');
    return renderResource(state, service, kind, resource);
  });
}

function fetched(context: OperationContext, kind: Kind): object | TwilioError {
  return withResource(context, kind, 'Sid', (service, resource) =>
    renderResource(context.state, service, kind, resource),
  );
}

function listedVersions(context: OperationContext, kind: Kind, key: string): object | TwilioError {
  const name = kind === 'functions' ? 'FunctionSid' : 'AssetSid';
  return withResource(context, kind, name, (service, { versions }) =>
    list(
      context,
      key,
      (limit, cursor) => versions.page(limit, cursor),
      (version) => renderVersion(context.state, service, kind, version),
    ),
  );
}

function withResource<R>(
  context: OperationContext,
  kind: Kind,
  name: string,
  next: (service: ServerlessService, resource: Resource) => R,
): R | TwilioError {
  return withService(context, (service) =>
    map(context.state.serverless.uploads.get(service, kind, pathOf(context, name)), (resource) =>
      next(service, resource),
    ),
  );
}

function renderContent(context: OperationContext, service: ServerlessService, version: Version): object {
  const { sid, resourceSid, content } = version;
  return {
    sid,
    account_sid: context.state.accountSid,
    service_sid: service.sid,
    function_sid: resourceSid,
    content: content.toString(),
    url: `${context.url.origin}${context.url.pathname}`,
  };
}
