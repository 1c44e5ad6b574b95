import type { ServerlessService } from '../../serverless/model';
import type { Handlers, OperationContext } from '../operation';
import { proxyList as list } from '../paging';
import { map } from '../results';
import { renderService } from './render';
import { withService } from './within';

/** https://www.twilio.com/docs/serverless/api/resource/service */
export const serverlessServiceOperations: Handlers = {
  ListService: (context) =>
    list(
      context,
      'services',
      (limit, cursor) => context.state.serverless.services.page(limit, cursor),
      rendered(context),
    ),
  CreateService: (context) => {
    const { body, state } = context;
    const created = state.serverless.create({
      uniqueName: body.text('UniqueName') ?? '',
      friendlyName: body.text('FriendlyName') ?? '',
      includeCredentials: body.flag('IncludeCredentials'),
      uiEditable: body.flag('UiEditable'),
    });
    return map(created, rendered(context));
  },
  FetchService: (context) => withService(context, rendered(context), 'Sid'),
  DeleteService: (context) =>
    withService(context, ({ sid }) => void context.state.serverless.services.delete(sid), 'Sid'),
};

const rendered = (context: OperationContext) => (service: ServerlessService) =>
  renderService(context.state, service);
