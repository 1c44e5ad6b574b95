import type { Conference, ConferenceParticipant } from '../../model';
import { rfc2822Date } from '../dates';
import type { TwilioState } from '../operation';
import { common, pathOf, subresources } from './render';

export function renderConference(state: TwilioState, conference: Conference): object {
  return {
    ...common(state, conference),
    friendly_name: conference.friendlyName,
    region: 'us1',
    status: conference.status,
    reason_conference_ended: conference.reasonEnded ?? undefined,
    call_sid_ending_conference: conference.callSidEnding,
    ...subresources(pathOf(state, `/Conferences/${conference.sid}`), 'Participants', 'Recordings'),
  };
}

export function renderParticipant(
  state: TwilioState,
  { sid }: Conference,
  participant: ConferenceParticipant,
): object {
  const created = rfc2822Date(participant.dateCreated);
  return {
    account_sid: state.accountSid,
    call_sid: participant.callSid,
    conference_sid: sid,
    label: participant.label,
    call_sid_to_coach: null,
    coaching: false,
    muted: false,
    hold: false,
    start_conference_on_enter: participant.startConferenceOnEnter,
    end_conference_on_exit: participant.endConferenceOnExit,
    status: 'connected',
    queue_time: '0',
    date_created: created,
    date_updated: created,
    uri: `${pathOf(state, `/Conferences/${sid}/Participants/${participant.callSid}`)}.json`,
  };
}
