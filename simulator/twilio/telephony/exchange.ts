import type { NewCall } from '../account/calls';
import { longestMessage } from '../account/messages';
import { Handset, type Network } from '../handsets/handset';
import type { Call, E164, Message, MessageStatus } from '../model';
import { raiseAlert } from './alerts';
import { Leg, type Phone } from './leg';
import type { TelephonyPorts } from './ports';

export interface OutgoingCall {
  to: string;
  /** The caller id that the phone shows. */
  from: string;
  direction: Exclude<Call['direction'], 'inbound'>;
  parentCallSid?: Call['sid'];
}

export type OutgoingMessage = Pick<Message, 'to' | 'from' | 'body' | 'direction'>;

/** The telephone network's side towards the phones: every E.164 number outside the account is a handset. */
export class Exchange {
  readonly #handsets = new Map<E164, Handset>();
  readonly #legs = new Map<string, Leg>();

  constructor(
    private readonly ports: TelephonyPorts,
    private readonly network: Network,
    private readonly onNewHandset: (handset: Handset) => void,
  ) {}

  handset(number: E164): Handset {
    const known = this.#handsets.get(number);
    if (known) return known;
    const handset = new Handset(number, this.network, this.ports.clock);
    this.#handsets.set(number, handset);
    this.onNewHandset(handset);
    return handset;
  }

  get handsets(): Handset[] {
    return [...this.#handsets.values()];
  }

  /**
   * A call that Twilio is about to place: `ring()` on it lets the phone ring. A number that no phone can have fails
   * then. So does a number of the account, which at Twilio would come in again as another call: nothing needs that.
   */
  prepare({ to, ...call }: OutgoingCall): Leg {
    const phone = this.#reachable(to) ?? deadLine;
    return this.#connect(phone, { ...call, to, status: 'initiated' });
  }

  /** A call that a phone places to a number of the account; `from` is what the network says of the caller. */
  incoming(phone: Phone, call: { from: string; to: string }): Leg {
    return this.#connect(phone, { ...call, direction: 'inbound', status: 'ringing' });
  }

  /** A call that is under way. */
  leg(sid: string): Leg | undefined {
    return this.#legs.get(sid);
  }

  /** Ends every call. */
  stop(): void {
    for (const leg of this.#legs.values()) leg.end('failed');
  }

  #connect(phone: Phone, call: NewCall): Leg {
    const leg = new Leg(this.ports.calls, phone, call);
    this.#legs.set(leg.sid, leg);
    leg.over.addEventListener('abort', () => this.#legs.delete(leg.sid), { once: true });
    return leg;
  }

  /** Sends a text to a phone and reports each status until `delivered` or a failure. */
  sendMessage(message: OutgoingMessage, onStatus: (record: Message) => void = () => {}): Message {
    const record = this.ports.messages.create({ ...message, status: 'queued' });
    // The caller gets the record first and hears of its later statuses afterwards, as over the network.
    queueMicrotask(() => {
      for (const [status, errorCode] of this.#deliver(record)) {
        this.ports.messages.updateStatus(record.sid, status, errorCode);
        onStatus(record);
      }
    });
    return record;
  }

  #deliver(record: Message): [MessageStatus, number?][] {
    if (record.body.length > longestMessage) {
      raiseAlert(this.ports, 21617, `${record.body.length}`);
      return [['failed', 21617]];
    }
    if (!isE164(record.to)) return [['failed', 21211]];
    const phone = this.#reachable(record.to);
    if (!this.ports.numbers.get(record.from)?.capabilities.sms) return [['failed', 21606]];
    if (!phone) return [['sent'], ['undelivered', 30003]];
    phone.receive({ ...record, status: 'delivered' });
    return [['sent'], ['delivered']];
  }

  #reachable(number: string): Handset | undefined {
    return isE164(number) && !this.ports.numbers.get(number) ? this.handset(number) : undefined;
  }
}

export function isE164(text: string): text is E164 {
  return /^\+[1-9]\d{6,14}$/.test(text);
}

const deadLine = {
  ring(leg: Leg): boolean {
    leg.end('failed');
    return false;
  },
  hear(): void {},
};
