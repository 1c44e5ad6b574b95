import type { ProxyNumber } from '../../model';
import type { Handlers, OperationContext } from '../operation';
import { proxyList } from '../paging';
import { map, pathOf } from '../results';
import { renderNumber } from './render';

/** https://www.twilio.com/docs/proxy/api/phone-number */
export const numberOperations: Handlers = {
  ListPhoneNumber: (context) => {
    const { proxy } = context.state;
    return map(proxy.services.get(pathOf(context, 'ServiceSid')), ({ sid }) =>
      proxyList(
        context,
        'phone_numbers',
        (limit, cursor) => proxy.numbers.page(sid, limit, cursor),
        rendered(context),
      ),
    );
  },
  CreatePhoneNumber: (context) => {
    const { body, state } = context;
    const params = {
      sid: body.text('Sid'),
      phoneNumber: body.text('PhoneNumber'),
      isReserved: body.flag('IsReserved'),
    };
    return map(state.proxy.services.get(pathOf(context, 'ServiceSid')), (service) =>
      map(state.proxy.numbers.add(service.sid, params), rendered(context)),
    );
  },
  FetchPhoneNumber: (context) => map(context.state.proxy.numbers.get(...sids(context)), rendered(context)),
  UpdatePhoneNumber: (context) =>
    map(
      context.state.proxy.numbers.update(...sids(context), context.body.flag('IsReserved')),
      rendered(context),
    ),
  DeletePhoneNumber: (context) => context.state.proxy.removeNumber(...sids(context)),
};

const sids = (context: OperationContext) => [pathOf(context, 'ServiceSid'), pathOf(context, 'Sid')] as const;

const rendered = (context: OperationContext) => (number: ProxyNumber) => renderNumber(context.state, number);
