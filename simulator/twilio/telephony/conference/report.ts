import type { Conference, ConferenceParticipant } from '../../model';
import type { TelephonyPorts } from '../ports';
import { Queue } from '../queue';
import type { Method, Parameters, WebhookClient } from '../webhook-client';

/** The values of `statusCallbackEvent`; the simulator has nothing to tell of the others that Twilio knows. */
export const conferenceEvents = ['start', 'end', 'join', 'leave', 'mute', 'hold'] as const;
export type ConferenceEvent = (typeof conferenceEvents)[number];

export interface ConferenceCallback {
  url: string;
  method: Method;
  events: readonly string[];
}

/** The names that the webhooks give to the events. */
const names = {
  start: 'conference-start',
  end: 'conference-end',
  join: 'participant-join',
  leave: 'participant-leave',
} as const;

/**
 * Tells the application of one conference, in order.
 * https://www.twilio.com/docs/voice/twiml/conference#attributes-statusCallback
 */
export class ConferenceReport {
  readonly #queue = new Queue();
  #sequence = 0;

  constructor(
    private readonly tools: { ports: TelephonyPorts; webhooks: WebhookClient },
    private readonly callback: ConferenceCallback | undefined,
  ) {}

  send(event: keyof typeof names, conference: Conference, participant?: ConferenceParticipant): void {
    if (!this.callback?.events.includes(event)) return;
    const { url, method } = this.callback;
    const { accountSid, clock } = this.tools.ports;
    const parameters = {
      AccountSid: accountSid,
      ConferenceSid: conference.sid,
      FriendlyName: conference.friendlyName,
      StatusCallbackEvent: names[event],
      SequenceNumber: String(++this.#sequence),
      Timestamp: new Date(clock.now()).toUTCString().replace('GMT', '+0000'),
      ...(participant && participantParameters(participant)),
      ...(event === 'end' && endParameters(conference)),
    };
    this.#queue.add(() =>
      this.tools.webhooks.send({ url, method, parameters, purpose: `conference ${event}` }),
    );
  }
}

function participantParameters(participant: ConferenceParticipant): Parameters {
  return {
    CallSid: participant.callSid,
    Muted: 'false',
    Hold: 'false',
    Coaching: 'false',
    StartConferenceOnEnter: String(participant.startConferenceOnEnter),
    EndConferenceOnExit: String(participant.endConferenceOnExit),
    ...(participant.label !== null && { ParticipantLabel: participant.label }),
  };
}

function endParameters({ reasonEnded, callSidEnding }: Conference): Parameters {
  return {
    ReasonConferenceEnded: reasonEnded ?? '',
    ...(callSidEnding && { CallSidEndingConference: callSidEnding }),
  };
}
