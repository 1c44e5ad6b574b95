import type { Environment, ServerlessService, Variable } from '../../serverless/model';
import type { TwilioError } from '../../twilio-error';
import type { Handlers, OperationContext } from '../operation';
import { proxyList as list } from '../paging';
import { map, pathOf } from '../results';
import { renderVariable } from './render-environment';
import { withEnvironment } from './within';

/** https://www.twilio.com/docs/serverless/api/resource/variable */
export const variableOperations: Handlers = {
  ListVariable: (context) =>
    withEnvironment(context, (service, environment) =>
      list(
        context,
        'variables',
        (limit, cursor) => environment.variables.page(limit, cursor),
        (variable) => renderVariable(context.state, service, environment, variable),
      ),
    ),
  CreateVariable: (context) =>
    changed(context, (environment) =>
      context.state.serverless.variables.create(environment, {
        key: context.body.text('Key') ?? '',
        value: context.body.text('Value') ?? '',
      }),
    ),
  FetchVariable: (context) =>
    withEnvironment(context, (service, environment) =>
      map(find(context, environment), (variable) =>
        renderVariable(context.state, service, environment, variable),
      ),
    ),
  UpdateVariable: (context) =>
    changed(context, (environment) =>
      map(find(context, environment), (old) =>
        context.state.serverless.variables.update(environment, old, {
          key: context.body.text('Key') ?? old.key,
          value: context.body.text('Value') ?? old.value,
        }),
      ),
    ),
  DeleteVariable: (context) =>
    withEnvironment(context, (service, environment) => {
      const { variables, environments } = context.state.serverless;
      const refused = variables.delete(environment, pathOf(context, 'Sid'));
      if (!refused) environments.reload(service, environment);
      return refused;
    }),
};

const find = (context: OperationContext, environment: Environment): Variable | TwilioError =>
  context.state.serverless.variables.get(environment, pathOf(context, 'Sid'));

/** Makes or changes a variable; what is live sees it at once. */
function changed(
  context: OperationContext,
  change: (environment: Environment) => Variable | TwilioError,
): object | TwilioError {
  return withEnvironment(context, (service: ServerlessService, environment) =>
    map(change(environment), (variable) => {
      context.state.serverless.environments.reload(service, environment);
      return renderVariable(context.state, service, environment, variable);
    }),
  );
}
