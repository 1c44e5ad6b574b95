import type { ProxyService } from '../../model';
import type { ServiceChanges } from '../../proxy/params';
import type { Fields } from '../fields';
import type { Handlers, OperationContext } from '../operation';
import { proxyList } from '../paging';
import { map, pathOf } from '../results';
import { renderService } from './render';

/** https://www.twilio.com/docs/proxy/api/service */
export const serviceOperations: Handlers = {
  ListService: (context) =>
    proxyList(
      context,
      'services',
      (limit, cursor) => context.state.proxy.services.records.page(limit, cursor),
      (service) => renderService(context.state, service),
    ),
  CreateService: (context) => {
    const uniqueName = context.body.text('UniqueName') ?? '';
    const created = context.state.proxy.services.create({ ...changesOf(context.body), uniqueName });
    return map(created, rendered(context));
  },
  FetchService: (context) => map(context.state.proxy.services.get(pathOf(context, 'Sid')), rendered(context)),
  UpdateService: (context) =>
    map(
      context.state.proxy.services.update(pathOf(context, 'Sid'), changesOf(context.body)),
      rendered(context),
    ),
  DeleteService: (context) => context.state.proxy.deleteService(pathOf(context, 'Sid')),
};

const rendered = (context: OperationContext) => (service: ProxyService) =>
  renderService(context.state, service);

/** Only what the request names: an absent field changes nothing. */
function changesOf(body: Fields): ServiceChanges {
  const changes = {
    uniqueName: body.text('UniqueName'),
    defaultTtl: body.integer('DefaultTtl'),
    callbackUrl: body.text('CallbackUrl'),
    interceptCallbackUrl: body.text('InterceptCallbackUrl'),
    outOfSessionCallbackUrl: body.text('OutOfSessionCallbackUrl'),
    chatInstanceSid: body.text('ChatInstanceSid'),
    geoMatchLevel: body.choice('GeoMatchLevel', ['area-code', 'overlay', 'radius', 'country']),
    numberSelectionBehavior: body.choice('NumberSelectionBehavior', ['prefer-sticky', 'avoid-sticky']),
  };
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}
