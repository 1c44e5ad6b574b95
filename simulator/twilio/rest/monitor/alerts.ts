import type { Alert } from '../../model';
import { commonRefusal } from '../../twilio-error';
import { isoDate } from '../dates';
import type { Fields } from '../fields';
import type { Handlers, OperationContext } from '../operation';
import { proxyList } from '../paging';
import { map, pathOf } from '../results';

/** https://www.twilio.com/docs/usage/monitor-alert */
export const alertOperations: Handlers = {
  ListAlert: (context) =>
    proxyList(
      context,
      'alerts',
      (limit, cursor) => context.state.alerts.records.page(limit, cursor, wanted(context.query)),
      (alert) => renderAlert(context, alert),
      'monitor',
    ),
  FetchAlert: (context) =>
    map(
      context.state.alerts.records.get(pathOf(context, 'Sid')) ?? commonRefusal.notFound('Alert'),
      (alert) => renderAlert(context, alert),
    ),
};

function wanted(query: Fields): (alert: Alert) => boolean {
  const [from, to] = [query.instant('StartDate'), query.instant('EndDate')];
  const level = query.text('LogLevel');
  return ({ dateCreated }) =>
    (from === undefined || dateCreated >= from) &&
    (to === undefined || dateCreated <= to) &&
    (level === undefined || level === LEVEL);
}

/** Every alert here is of this level. */
const LEVEL = 'error';

function renderAlert({ state, url }: OperationContext, { sid, code, text, dateCreated }: Alert): object {
  const date = isoDate(dateCreated);
  return {
    sid,
    account_sid: state.accountSid,
    alert_text: text,
    api_version: '2010-04-01',
    date_created: date,
    date_generated: date,
    date_updated: date,
    error_code: String(code),
    log_level: LEVEL,
    more_info: `https://www.twilio.com/docs/errors/${code}`,
    request_method: 'POST',
    request_url: null,
    resource_sid: null,
    service_sid: null,
    url: `${url.origin}/v1/Alerts/${sid}`,
  };
}
