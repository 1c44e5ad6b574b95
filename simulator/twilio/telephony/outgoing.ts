import type {
  CallInstructions,
  CallRecording,
  OutboundCall,
  OutboundMessage,
  TelephonyPort,
} from '../account/telephony-port';
import type { Call, Conference, Message, Participant, Recording, Session } from '../model';
import type { CallFlows } from './call-flows';
import type { Leg } from './leg';
import { reportMessage } from './messaging';
import { isProgressEvent, reportProgress } from './progress';
import type { Source, Tools } from './scene';
import { ringPhone } from './talking';
import { pause } from './waiting';

/** https://www.twilio.com/docs/voice/api/call-resource#create-a-call */
const defaultSeconds = { timeout: 60, timeLimit: 14_400 };

/** Calls and texts that the REST API asks for. */
export class OutgoingTelephony implements TelephonyPort {
  constructor(
    private readonly tools: Tools,
    private readonly flows: CallFlows,
    private readonly background: (task: Promise<unknown>) => void,
  ) {}

  placeCall(call: OutboundCall): Call {
    const { from, to } = call;
    const leg = this.tools.exchange.prepare({ from, to, direction: 'outbound-api' });
    this.#report(leg, call);
    this.background(this.#converse(leg, call));
    return leg.call;
  }

  redirectCall({ sid }: Call, instructions: CallInstructions): void {
    const leg = this.tools.exchange.leg(sid);
    const source = sourceOf(instructions);
    // A called phone follows no instructions of its own before; while it hears a whisper, nothing becomes of it.
    if (leg?.takeAway()) this.background(this.flows.run(leg, source));
    else this.flows.redirect(sid, source);
  }

  endCall({ sid }: Call, status: 'completed' | 'canceled'): void {
    const leg = this.tools.exchange.leg(sid);
    if (leg && (status === 'completed' || !leg.isAnswered)) leg.end(status);
  }

  recordCall({ sid }: Call, wish: CallRecording): Recording | undefined {
    const leg = this.tools.exchange.leg(sid);
    return leg?.isAnswered
      ? this.tools.recorder.start(leg, { ...wish, source: 'StartCallRecordingAPI' }).record
      : undefined;
  }

  changeRecording(
    callSid: string,
    sid: string,
    status: 'paused' | 'in-progress' | 'stopped',
  ): Recording | undefined {
    const { recorder } = this.tools;
    const running = sid === 'Twilio.CURRENT' ? recorder.current(callSid) : recorder.get(sid);
    if (running?.record.callSid !== callSid) return undefined;
    if (status === 'stopped') running.stop();
    else if (status === 'paused') running.pause();
    else running.resume();
    return running.record;
  }

  endConference(conference: Conference): void {
    this.tools.rooms.end(conference);
  }

  announce(conference: Conference, source: { url: string; method: 'GET' | 'POST' }): void {
    this.background(this.tools.rooms.announce(conference, source));
  }

  sendMessage({ statusCallback, ...message }: OutboundMessage): Message {
    return this.tools.exchange.sendMessage({ ...message, direction: 'outbound-api' }, (record) => {
      if (!statusCallback) return;
      this.background(reportMessage(this.tools, record, { url: statusCallback, method: 'POST' }));
    });
  }

  sendToParticipant(_session: Session, participant: Participant, body: string): Message {
    return this.sendMessage({ from: participant.proxyIdentifier, to: participant.identifier, body });
  }

  async #converse(leg: Leg, call: OutboundCall): Promise<void> {
    const { clock } = this.tools.ports;
    // The REST answer goes out before the phone rings.
    await new Promise((resolve) => setImmediate(resolve));
    const seconds = call.timeout ?? defaultSeconds.timeout;
    if (!(await ringPhone(clock, leg, { seconds, signal: leg.over }))) return;
    const limit = pause(clock, call.timeLimit ?? defaultSeconds.timeLimit, leg.over);
    this.background(limit.then(() => leg.end('completed')));
    await this.flows.run(leg, sourceOf(call));
  }

  #report(
    leg: Leg,
    { statusCallback, statusCallbackMethod = 'POST', statusCallbackEvent = [] }: OutboundCall,
  ): void {
    if (!statusCallback) return;
    const events = statusCallbackEvent.filter(isProgressEvent);
    reportProgress(this.tools, leg, { url: statusCallback, method: statusCallbackMethod, events });
  }
}

/** Relative URLs in TwiML given with the request have nothing to resolve against but Twilio itself. */
function sourceOf({ url, method = 'POST', twiml }: CallInstructions): Source {
  return { url: url ?? 'https://api.twilio.com/', method, ...(twiml !== undefined && { twiml }) };
}
