import type { Handlers } from '../operation';
import { proxyList } from '../paging';
import { map, pathOf, withParticipant, withSession } from '../results';
import { participantParams } from './participant-params';
import { renderParticipant } from './render';

/** https://www.twilio.com/docs/proxy/api/participant */
export const participantOperations: Handlers = {
  ListParticipant: (context) =>
    withSession(context, (session) =>
      proxyList(
        context,
        'participants',
        (limit, cursor) => context.state.proxy.participants.page(session, limit, cursor),
        (participant) => renderParticipant(context.state, session, participant),
      ),
    ),
  CreateParticipant: (context) => {
    const { proxy } = context.state;
    const params = participantParams(context.body);
    const added = proxy.addParticipant(pathOf(context, 'ServiceSid'), pathOf(context, 'SessionSid'), params);
    return map(added, ({ session, participant }) => renderParticipant(context.state, session, participant));
  },
  FetchParticipant: (context) =>
    withParticipant(context, 'Sid', (session, participant) =>
      renderParticipant(context.state, session, participant),
    ),
  DeleteParticipant: (context) =>
    withSession(context, (session) =>
      context.state.proxy.participants.remove(session, pathOf(context, 'Sid')),
    ),
};
