import type { Call, Message, Participant, Session } from '../model';
import type { Calls } from './calls';
import type { Messages } from './messages';
import type { OutboundCall, OutboundMessage, TelephonyPort } from './telephony-port';

/** A network in which nothing rings: calls and texts are recorded as queued and stay so. */
export class SilentTelephony implements TelephonyPort {
  readonly #calls: Calls;
  readonly #messages: Messages;

  constructor(calls: Calls, messages: Messages) {
    this.#calls = calls;
    this.#messages = messages;
  }

  placeCall({ from, to }: OutboundCall): Call {
    return this.#calls.create({ from, to, direction: 'outbound-api' });
  }

  redirectCall(): void {}

  endCall(call: Call, status: 'completed' | 'canceled'): void {
    this.#calls.updateStatus(call.sid, status);
  }

  recordCall(): undefined {}

  changeRecording(): undefined {}

  endConference(): void {}

  announce(): void {}

  sendMessage({ from, to, body }: OutboundMessage): Message {
    return this.#messages.create({ from, to, body, direction: 'outbound-api' });
  }

  sendToParticipant(_session: Session, participant: Participant, body: string): Message {
    return this.sendMessage({ from: participant.proxyIdentifier, to: participant.identifier, body });
  }
}
