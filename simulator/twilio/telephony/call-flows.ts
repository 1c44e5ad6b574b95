import { CallFlow } from './call-flow';
import type { Leg } from './leg';
import type { Source, Tools } from './scene';

/** Carries out TwiML on calls, and knows which calls follow some. */
export class CallFlows {
  readonly #flows = new Map<string, CallFlow>();

  constructor(private readonly tools: Tools) {}

  /** Carries out instructions and then ends the call, as Twilio does when a document ends. */
  async run(leg: Leg, source: Source, fallback?: Source): Promise<void> {
    const flow = new CallFlow(this.tools, leg);
    this.#flows.set(leg.sid, flow);
    leg.over.addEventListener('abort', () => this.#flows.delete(leg.sid), { once: true });
    await flow.run(source, fallback);
    leg.answer();
    leg.end('completed');
  }

  /** Sends a call that follows TwiML to other instructions. */
  redirect(callSid: string, source: Source): void {
    this.#flows.get(callSid)?.redirect(source);
  }
}
