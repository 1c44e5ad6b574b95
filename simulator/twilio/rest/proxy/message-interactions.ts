import type { Participant, Session } from '../../model';
import { refusal } from '../../proxy/errors';
import type { MessageInteraction } from '../../proxy/message-interactions';
import type { TwilioError } from '../../twilio-error';
import { isoDate } from '../dates';
import type { Handlers, OperationContext } from '../operation';
import { proxyList } from '../paging';
import { map, pathOf, withParticipant } from '../results';

/** https://www.twilio.com/docs/proxy/api/sending-messages */
export const messageInteractionOperations: Handlers = {
  ListMessageInteraction: (context) =>
    withParticipant(context, 'ParticipantSid', (session, participant) =>
      proxyList(
        context,
        'interactions',
        (limit, cursor) => context.state.proxy.messageInteractions.page(participant, limit, cursor),
        (interaction) => render(context, session, interaction),
      ),
    ),
  CreateMessageInteraction: (context) =>
    withParticipant(context, 'ParticipantSid', (session, participant) =>
      map(send(context, session, participant), (interaction) => render(context, session, interaction)),
    ),
  FetchMessageInteraction: (context) =>
    withParticipant(context, 'ParticipantSid', (session, participant) =>
      map(context.state.proxy.messageInteractions.get(participant, pathOf(context, 'Sid')), (interaction) =>
        render(context, session, interaction),
      ),
    ),
};

function send(
  { state, body }: OperationContext,
  session: Session,
  participant: Participant,
): MessageInteraction | TwilioError {
  const text = body.text('Body');
  if (!text) return refusal.invalid('Body or MediaUrl is required');
  if (session.status === 'closed') return refusal.sessionClosed();
  if (session.mode === 'voice-only') return refusal.noSms();
  const message = state.telephony.sendToParticipant(session, participant, text);
  state.proxy.sessions.touch(session);
  return state.proxy.messageInteractions.add(session, participant, message);
}

/** The description allows no missing status, so the inbound side, which does not exist, is `unknown`. */
function render({ state }: OperationContext, session: Session, interaction: MessageInteraction): object {
  const { sid, participantSid, message } = interaction;
  const participants = `https://proxy.twilio.com/v1/Services/${session.serviceSid}/Sessions/${session.sid}/Participants`;
  return {
    sid,
    session_sid: session.sid,
    service_sid: session.serviceSid,
    account_sid: state.accountSid,
    data: JSON.stringify({ body: message.body }),
    type: 'message',
    participant_sid: participantSid,
    inbound_participant_sid: null,
    inbound_resource_sid: null,
    inbound_resource_status: 'unknown',
    inbound_resource_type: null,
    inbound_resource_url: null,
    outbound_participant_sid: participantSid,
    outbound_resource_sid: message.sid,
    outbound_resource_status: message.status,
    outbound_resource_type: 'Message',
    outbound_resource_url: null,
    date_created: isoDate(interaction.dateCreated),
    date_updated: isoDate(message.dateUpdated),
    url: `${participants}/${participantSid}/MessageInteractions/${sid}`,
  };
}
