import type { Deployment, Environment, ServerlessService, Variable } from '../../serverless/model';
import type { TwilioState } from '../operation';
import { dates, owners, serviceUrl, withLinks } from './render-parts';

const environmentUrl = (service: ServerlessService, environment: Environment) =>
  `${serviceUrl(service)}/Environments/${environment.sid}`;

export function renderEnvironment(
  state: TwilioState,
  service: ServerlessService,
  environment: Environment,
): object {
  return {
    sid: environment.sid,
    ...owners(state, service),
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

export function renderDeployment(
  state: TwilioState,
  service: ServerlessService,
  environment: Environment,
  deployment: Deployment,
): object {
  return {
    sid: deployment.sid,
    ...owners(state, service),
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
    ...owners(state, service),
    environment_sid: environment.sid,
    key: variable.key,
    value: variable.value,
    ...dates(variable),
    url: `${environmentUrl(service, environment)}/Variables/${variable.sid}`,
  };
}
