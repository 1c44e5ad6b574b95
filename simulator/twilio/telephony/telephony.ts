import type { TelephonyPort } from '../account/telephony-port';
import type { CallOptions, Handset, Network, TextMessage } from '../handsets/handset';
import type { HandsetState } from '../handsets/state';
import type { E164, Recording } from '../model';
import { CallFlows } from './call-flows';
import { Rooms } from './conference/rooms';
import { Exchange, isE164 } from './exchange';
import { IncomingCalls } from './incoming-calls';
import { canReceive, handleText } from './incoming-texts';
import type { Leg, Phone } from './leg';
import { OutgoingTelephony } from './outgoing';
import { defaultOptions, type TelephonyOptions, type TelephonyPorts } from './ports';
import { Recorder } from './recorder';
import type { Tools } from './scene';
import { WebhookClient } from './webhook-client';

/**
 * The simulated telephone network: handsets, the calls and texts between them and the account's numbers, TwiML and
 * signed webhooks. `rest` is what the REST API hands its own calls and texts to.
 */
export class Telephony implements Network {
  readonly rest: TelephonyPort;
  readonly #tools: Tools;
  readonly #calls: IncomingCalls;
  readonly #listeners = new Set<(state: HandsetState) => void>();

  constructor(
    private readonly ports: TelephonyPorts,
    options: Partial<TelephonyOptions> = {},
  ) {
    const webhooks = new WebhookClient(ports);
    const basics = { ports, options: { ...defaultOptions, ...options }, webhooks };
    this.#tools = {
      ...basics,
      rooms: new Rooms(basics),
      exchange: new Exchange(ports, this, (handset) => this.#watch(handset)),
      recorder: new Recorder(basics),
    };
    const flows = new CallFlows(this.#tools);
    this.#calls = new IncomingCalls(this.#tools, flows);
    this.rest = new OutgoingTelephony(this.#tools, flows, (task) => this.#background(task));
  }

  /** The phone with this number. */
  handset(number: E164): Handset {
    return this.#tools.exchange.handset(number);
  }

  /** Whether a number can be a phone: E.164, and none of the account's. */
  isHandset(number: string): number is E164 {
    return isE164(number) && !this.ports.numbers.get(number);
  }

  get handsets(): Handset[] {
    return this.#tools.exchange.handsets;
  }

  /** Oldest first. */
  get recordings(): readonly Recording[] {
    return [...this.ports.recordings.records];
  }

  /** Hears every change of every handset; the returned function ends that. */
  subscribe(listener: (state: HandsetState) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  dial(phone: Phone & { number: E164 }, to: string, { withhold = false }: CallOptions): Leg {
    const from = withhold ? this.#tools.options.withheldFrom : phone.number;
    const leg = this.#tools.exchange.incoming(phone, { from, to });
    // The phone shows that it dials before anything can come of it.
    this.#background(Promise.resolve().then(() => this.#calls.handle(leg)));
    return leg;
  }

  text(from: E164, to: string, body: string, mediaTypes: readonly string[]): TextMessage {
    const text = { from, to, body };
    if (!canReceive(this.#tools, to, mediaTypes)) return { ...text, status: 'undelivered' };
    const message = this.ports.messages.create({
      ...text,
      mediaTypes,
      direction: 'inbound',
      status: 'received',
    });
    this.#background(handleText(this.#tools, message));
    return { ...text, sid: message.sid, status: 'delivered' };
  }

  /** Ends every call, and every webhook under way. */
  stop(): void {
    this.#tools.webhooks.stop();
    this.#tools.exchange.stop();
  }

  #watch(handset: Handset): void {
    handset.onChange(() => {
      if (this.#listeners.size === 0) return;
      const state = handset.state();
      for (const listener of this.#listeners) listener(state);
    });
  }

  /** Lets a task run on its own; only a defect of the simulator can make it fail, and the log then says so. */
  #background(task: Promise<unknown>): void {
    task.catch((error: unknown) => {
      const { clock, log } = this.ports;
      const note = `simulator defect: ${error instanceof Error ? error.stack : String(error)}`;
      log.add({
        at: clock.now(),
        kind: 'phone',
        method: 'DEFECT',
        target: 'telephony',
        status: 0,
        ms: 0,
        note,
      });
    });
  }
}
