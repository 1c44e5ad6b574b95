import { accountRefusal } from '../../account/errors';
import type { Conference } from '../../model';
import type { TwilioError } from '../../twilio-error';
import type { Handlers, OperationContext } from '../operation';
import { accountList } from '../paging';
import { map, pathOf } from '../results';
import { renderConference, renderParticipant } from './render-conference';

/** https://www.twilio.com/docs/voice/api/conference-resource */
export const conferenceOperations: Handlers = {
  ListConference: (context) => list(context),
  FetchConference: (context) => map(find(context, 'Sid'), rendered(context)),
  UpdateConference: (context) =>
    map(find(context, 'Sid'), (conference) => map(update(context, conference), rendered(context))),
  ListParticipant: (context) =>
    map(find(context, 'ConferenceSid'), (conference) =>
      accountList(
        context,
        'participants',
        (limit) => ({ records: conference.participants.slice(0, limit) }),
        (participant) => renderParticipant(context.state, conference, participant),
      ),
    ),
};

const rendered = (context: OperationContext) => (conference: Conference) =>
  renderConference(context.state, conference);

const find = (context: OperationContext, name: string): Conference | TwilioError =>
  context.state.conferences.get(pathOf(context, name)) ?? accountRefusal.notFound('Conference');

function list(context: OperationContext): object {
  const { query, state } = context;
  const [name, status] = [query.text('FriendlyName'), query.text('Status')];
  const wanted = (conference: Conference) =>
    (name ?? conference.friendlyName) === conference.friendlyName &&
    (status ?? conference.status) === conference.status;
  return accountList(
    context,
    'conferences',
    (limit, cursor) => state.conferences.records.page(limit, cursor, wanted),
    rendered(context),
  );
}

function update({ state, body }: OperationContext, conference: Conference): Conference | TwilioError {
  if (conference.status === 'completed') return accountRefusal.notFound('Conference');
  const url = body.text('AnnounceUrl');
  const method = body.choice('AnnounceMethod', ['GET', 'POST']) ?? 'POST';
  if (body.text('Status') === 'completed') state.telephony.endConference(conference);
  else if (url) state.telephony.announce(conference, { url, method });
  return conference;
}
