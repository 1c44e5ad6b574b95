import type { Environment, ServerlessService } from '../../serverless/model';
import type { TwilioError } from '../../twilio-error';
import type { OperationContext } from '../operation';
import { map, pathOf } from '../results';

/** Goes on with the service that the path names. */
export function withService<R>(
  context: OperationContext,
  next: (service: ServerlessService) => R,
  name = 'ServiceSid',
): R | TwilioError {
  return map(context.state.serverless.get(pathOf(context, name)), next);
}

/** Goes on with the service and the environment that the path names. */
export function withEnvironment<R>(
  context: OperationContext,
  next: (service: ServerlessService, environment: Environment) => R,
  name = 'EnvironmentSid',
): R | TwilioError {
  return withService(context, (service) =>
    map(context.state.serverless.environments.get(service, pathOf(context, name)), (environment) =>
      next(service, environment),
    ),
  );
}
