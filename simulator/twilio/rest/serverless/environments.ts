import type { Handlers } from '../operation';
import { proxyList as list } from '../paging';
import { map, pathOf } from '../results';
import { renderDeployment, renderEnvironment } from './render-environment';
import { withEnvironment, withService } from './within';

/** https://www.twilio.com/docs/serverless/api/resource/environment */
export const environmentOperations: Handlers = {
  ListEnvironment: (context) =>
    withService(context, (service) =>
      list(
        context,
        'environments',
        (limit, cursor) => service.environments.page(limit, cursor),
        (environment) => renderEnvironment(context.state, service, environment),
      ),
    ),
  CreateEnvironment: (context) =>
    withService(context, (service) => {
      const { body, state } = context;
      const params = { uniqueName: body.text('UniqueName') ?? '', domainSuffix: body.text('DomainSuffix') };
      const created = state.serverless.environments.create(service, params);
      return map(created, (environment) => renderEnvironment(state, service, environment));
    }),
  FetchEnvironment: (context) =>
    withEnvironment(
      context,
      (service, environment) => renderEnvironment(context.state, service, environment),
      'Sid',
    ),
};

/** https://www.twilio.com/docs/serverless/api/resource/deployment */
export const deploymentOperations: Handlers = {
  ListDeployment: (context) =>
    withEnvironment(context, (service, environment) =>
      list(
        context,
        'deployments',
        (limit, cursor) => environment.deployments.page(limit, cursor),
        (deployment) => renderDeployment(context.state, service, environment, deployment),
      ),
    ),
  CreateDeployment: (context) =>
    withEnvironment(context, (service, environment) => {
      const { state, body } = context;
      const { builds, environments } = state.serverless;
      return map(builds.get(service, body.text('BuildSid') ?? ''), (build) =>
        map(environments.deploy(service, environment, build), (deployment) =>
          renderDeployment(state, service, environment, deployment),
        ),
      );
    }),
  FetchDeployment: (context) =>
    withEnvironment(context, (service, environment) => {
      const { state } = context;
      return map(
        state.serverless.environments.deployment(environment, pathOf(context, 'Sid')),
        (deployment) => renderDeployment(state, service, environment, deployment),
      );
    }),
};
