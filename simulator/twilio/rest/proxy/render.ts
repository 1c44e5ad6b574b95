import type { Interaction, Participant, ProxyNumber, ProxyService, Session } from '../../model';
import { isoDate, orNull } from '../dates';
import type { TwilioState } from '../operation';

const HOST = 'https://proxy.twilio.com/v1';

/** `inProgress` -> `in_progress`: the JSON names of a record's own properties. */
const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const dates = (record: { dateCreated: number; dateUpdated: number }) => ({
  date_created: isoDate(record.dateCreated),
  date_updated: isoDate(record.dateUpdated),
});

/** Copies properties under their JSON names. */
function pick<T extends object, K extends keyof T & string>(
  record: T,
  ...names: K[]
): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [snake(name), record[name]]));
}

const links = (url: string, resources: Readonly<Record<string, string>>) => ({
  url,
  links: Object.fromEntries(Object.entries(resources).map(([name, path]) => [name, `${url}/${path}`])),
});

export function renderService(state: TwilioState, service: ProxyService): object {
  return {
    ...pick(service, 'sid', 'uniqueName', 'chatInstanceSid', 'defaultTtl', 'callbackUrl'),
    ...pick(service, 'interceptCallbackUrl', 'outOfSessionCallbackUrl'),
    ...pick(service, 'geoMatchLevel', 'numberSelectionBehavior'),
    account_sid: state.accountSid,
    ...dates(service),
    ...links(`${HOST}/Services/${service.sid}`, { sessions: 'Sessions', phone_numbers: 'PhoneNumbers' }),
  };
}

const sessionUrl = (serviceSid: string, sid: string) => `${HOST}/Services/${serviceSid}/Sessions/${sid}`;

/** Without its participants, as Twilio answers. */
export function renderSession(state: TwilioState, session: Session): object {
  return {
    ...pick(session, 'sid', 'serviceSid', 'uniqueName', 'status', 'closedReason', 'ttl', 'mode'),
    account_sid: state.accountSid,
    date_started: orNull(session.dateStarted, isoDate),
    date_ended: orNull(session.dateEnded, isoDate),
    date_last_interaction: orNull(session.dateLastInteraction, isoDate),
    date_expiry: orNull(session.dateExpiry, isoDate),
    ...dates(session),
    ...links(sessionUrl(session.serviceSid, session.sid), {
      interactions: 'Interactions',
      participants: 'Participants',
    }),
  };
}

export function renderParticipant(state: TwilioState, session: Session, participant: Participant): object {
  return {
    ...pick(participant, 'sid', 'sessionSid', 'friendlyName', 'identifier', 'proxyIdentifier'),
    ...pick(participant, 'proxyIdentifierSid'),
    account_sid: state.accountSid,
    service_sid: session.serviceSid,
    date_deleted: orNull(participant.dateDeleted, isoDate),
    ...dates(participant),
    ...links(`${sessionUrl(session.serviceSid, session.sid)}/Participants/${participant.sid}`, {
      message_interactions: 'MessageInteractions',
    }),
  };
}

export function renderNumber(state: TwilioState, number: ProxyNumber): object {
  const owned = state.numbers.get(number.phoneNumber);
  return {
    ...pick(number, 'sid', 'serviceSid', 'phoneNumber', 'isReserved'),
    account_sid: state.accountSid,
    friendly_name: owned?.friendlyName ?? null,
    iso_country: owned?.isoCountry ?? null,
    capabilities: owned?.capabilities ?? null,
    in_use: state.proxy.inUse(number),
    ...dates(number),
    url: `${HOST}/Services/${number.serviceSid}/PhoneNumbers/${number.sid}`,
  };
}

/** The description allows no missing status on either side, so a side that does not exist yet is `unknown`. */
export function renderInteraction(state: TwilioState, interaction: Interaction): object {
  const resourceType = interaction.type === 'voice' ? 'Call' : 'Message';
  return {
    ...pick(interaction, 'sid', 'sessionSid', 'serviceSid', 'type', 'data'),
    account_sid: state.accountSid,
    ...pick(interaction, 'inboundParticipantSid', 'inboundResourceSid', 'inboundResourceStatus'),
    inbound_resource_type: resourceType,
    inbound_resource_url: null,
    ...pick(interaction, 'outboundParticipantSid', 'outboundResourceSid'),
    outbound_resource_status: interaction.outboundResourceStatus ?? 'unknown',
    outbound_resource_type: interaction.outboundResourceSid && resourceType,
    outbound_resource_url: null,
    ...dates(interaction),
    url: `${sessionUrl(interaction.serviceSid, interaction.sessionSid)}/Interactions/${interaction.sid}`,
  };
}
