import type { Interaction, Participant, Session } from '../../model';
import type { Route } from '../../proxy/params';
import type { Parameters } from '../webhook-client';

/** Twilio Proxy's dates have no fractions of a second. */
function isoSeconds(instant: number): string {
  return new Date(instant).toISOString().replace(/\.\d+Z$/, 'Z');
}

const resources = {
  voice: { type: 'call', path: 'Calls', interaction: 'Voice' },
  message: { type: 'message', path: 'Messages', interaction: 'Message' },
  unknown: { type: 'unknown', path: 'Unknown', interaction: 'Unknown' },
} as const;

/** The fields of InterceptCallbackUrl: https://www.twilio.com/docs/proxy/api/webhooks#interceptcallbackurl */
export function interceptParameters(interaction: Interaction, accountSid: string): Parameters {
  return {
    interactionAccountSid: accountSid,
    interactionData: interaction.data,
    interactionDateCreated: isoSeconds(interaction.dateCreated),
    interactionDateUpdated: isoSeconds(interaction.dateUpdated),
    interactionServiceSid: interaction.serviceSid,
    interactionSessionSid: interaction.sessionSid,
    interactionSid: interaction.sid,
    interactionType: resources[interaction.type].interaction,
    inboundParticipantSid: interaction.inboundParticipantSid,
    inboundResourceSid: interaction.inboundResourceSid,
    inboundResourceStatus: interaction.inboundResourceStatus,
    inboundResourceType: resources[interaction.type].type,
    inboundResourceUrl: resourceUrl(interaction, interaction.inboundResourceSid, accountSid),
  };
}

/** The fields of CallbackUrl: the outbound side is missing until there is one. */
export function callbackParameters(interaction: Interaction, accountSid: string): Parameters {
  const { outboundResourceSid, outboundParticipantSid, outboundResourceStatus } = interaction;
  const common = interceptParameters(interaction, accountSid);
  if (!outboundResourceSid) return common;
  return {
    ...common,
    outboundParticipantSid: outboundParticipantSid ?? '',
    outboundResourceSid,
    outboundResourceStatus: outboundResourceStatus ?? '',
    outboundResourceType: resources[interaction.type].type,
    outboundResourceUrl: resourceUrl(interaction, outboundResourceSid, accountSid),
  };
}

/** What OutOfSessionCallbackUrl gets of the last session of a pair, beside the ordinary webhook parameters. */
export function previousSessionParameters(route: Route | undefined, accountSid: string): Parameters {
  if (!route) return {};
  const { session, inbound, outbound } = route;
  return {
    ...sessionParameters(session, accountSid),
    ...participantParameters('inbound', inbound, session, accountSid),
    ...participantParameters('outbound', outbound, session, accountSid),
  };
}

function sessionParameters(session: Session, accountSid: string): Parameters {
  return {
    sessionAccountSid: accountSid,
    sessionClosedReason: session.closedReason ?? '',
    sessionDateCreated: isoSeconds(session.dateCreated),
    sessionDateEnded: session.dateEnded === null ? '' : isoSeconds(session.dateEnded),
    sessionDateUpdated: isoSeconds(session.dateUpdated),
    sessionMode: session.mode,
    sessionServiceSid: session.serviceSid,
    sessionSid: session.sid,
    sessionStatus: session.status,
    sessionUniqueName: session.uniqueName,
  };
}

function participantParameters(
  side: 'inbound' | 'outbound',
  participant: Participant,
  { serviceSid }: Session,
  accountSid: string,
): Parameters {
  const fields: Parameters = {
    AccountSid: accountSid,
    DateCreated: isoSeconds(participant.dateCreated),
    DateUpdated: isoSeconds(participant.dateUpdated),
    FriendlyName: participant.friendlyName ?? '',
    Identifier: participant.identifier,
    ProxyIdentifier: participant.proxyIdentifier,
    ProxyIdentifierSid: participant.proxyIdentifierSid,
    ServiceSid: serviceSid,
    SessionSid: participant.sessionSid,
    Sid: participant.sid,
  };
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [`${side}Participant${name}`, value]),
  );
}

function resourceUrl({ type }: Interaction, sid: string, accountSid: string): string {
  return `https://api.twilio.com/2010-04-01/Accounts/${accountSid}/${resources[type].path}/${sid}.json`;
}
