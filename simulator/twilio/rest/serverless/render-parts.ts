import type { ServerlessService } from '../../serverless/model';
import { isoDate } from '../dates';
import type { TwilioState } from '../operation';

const HOST = 'https://serverless.twilio.com/v1';

export const serviceUrl = (service: ServerlessService) => `${HOST}/Services/${service.sid}`;

export const dates = (record: { dateCreated: number; dateUpdated: number }) => ({
  date_created: isoDate(record.dateCreated),
  date_updated: isoDate(record.dateUpdated),
});

export const owners = (state: TwilioState, service: ServerlessService) => ({
  account_sid: state.accountSid,
  service_sid: service.sid,
});

export const withLinks = (url: string, links: Readonly<Record<string, string>>) => ({
  url,
  links: Object.fromEntries(Object.entries(links).map(([name, path]) => [name, `${url}/${path}`])),
});
