import * as v from 'valibot';
import { refusal } from '../../serverless/errors';
import type { Build, Dependency, ServerlessService } from '../../serverless/model';
import { TwilioError } from '../../twilio-error';
import type { Handlers, OperationContext } from '../operation';
import { proxyList as list } from '../paging';
import { map, pathOf } from '../results';
import { renderBuild, renderStatus } from './render';
import { withService } from './within';

/** https://www.twilio.com/docs/serverless/api/resource/build */
export const buildOperations: Handlers = {
  ListBuild: (context) =>
    withService(context, (service) =>
      list(
        context,
        'builds',
        (limit, cursor) => service.builds.page(limit, cursor),
        (build) => renderBuild(context.state, service, build),
      ),
    ),
  CreateBuild: (context) =>
    withService(context, (service) =>
      map(create(context, service), (build) => renderBuild(context.state, service, build)),
    ),
  FetchBuild: (context) => withBuild(context, (service, build) => renderBuild(context.state, service, build)),
  FetchBuildStatus: (context) =>
    withBuild(context, (service, build) => renderStatus(context.state, service, build)),
};

function create({ state, body }: OperationContext, service: ServerlessService): Build | TwilioError {
  const dependencies = dependenciesOf(body.text('Dependencies') ?? '');
  if (dependencies instanceof TwilioError) return dependencies;
  return state.serverless.builds.create(service, {
    functionVersions: body.texts('FunctionVersions') ?? [],
    assetVersions: body.texts('AssetVersions') ?? [],
    dependencies,
    runtime: body.text('Runtime'),
  });
}

const Dependencies = v.array(v.object({ name: v.string(), version: v.string() }));

/** JSON, which Twilio's own client puts between quotation marks. */
function dependenciesOf(text: string): Dependency[] | TwilioError {
  try {
    return text === '' ? [] : v.parse(Dependencies, JSON.parse(text.replace(/^"(.*)"$/s, '$1')));
  } catch {
    return refusal.invalid('Dependencies');
  }
}

function withBuild<R>(
  context: OperationContext,
  next: (service: ServerlessService, build: Build) => R,
): R | TwilioError {
  return withService(context, (service) =>
    map(context.state.serverless.builds.get(service, pathOf(context, 'Sid')), (build) =>
      next(service, build),
    ),
  );
}
