import { handler as incomingText } from '../../src/functions/messages/incoming.protected';
import { handler as textStatus } from '../../src/functions/messages/status.protected';
import { handler as callback } from '../../src/functions/proxy/callback.protected';
import { handler as intercept } from '../../src/functions/proxy/intercept.protected';
import { handler as outOfSession } from '../../src/functions/proxy/out-of-session.protected';
import { handler as proxyPin } from '../../src/functions/proxy/pin.protected';
import { handler as afterDial } from '../../src/functions/voice/after-dial.protected';
import { handler as incomingCall } from '../../src/functions/voice/incoming.protected';
import { handler as pin } from '../../src/functions/voice/pin.protected';
import { handler as recording } from '../../src/functions/voice/recording.protected';
import { handler as callStatus } from '../../src/functions/voice/status.protected';
import { handler as whisper } from '../../src/functions/voice/whisper.protected';
import { callId, interceptEvent, webhook } from './proxy/webhooks';
import { useFunctionWorld } from './support';

const world = useFunctionWorld();
const CallSid = `CA${'1'.repeat(32)}`;
const MessageSid = `SM${'1'.repeat(32)}`;
const NO_SESSION = `KC${'0'.repeat(32)}`;
const call = { CallSid, From: '+818011112222', To: '+815031000000' };
const text = { MessageSid, From: call.From, To: call.To, Body: 'hello' };
const entry = { ...call, attempt: '1', Digits: '123456' };
const proxyReport = {
  interactionSessionSid: NO_SESSION,
  interactionSid: callId(1),
  outboundResourceStatus: 'ringing',
};
const recorded = { CallSid, RecordingSid: `RE${'1'.repeat(32)}`, RecordingStatus: 'completed' };

/** Whoever waits for Redis, which never answers, has waited at once: only that moves the clock. @returns milliseconds waited so far */
function wait(): () => number {
  const start = Date.now();
  let waitedMs = 0;
  jest.spyOn(Date, 'now').mockImplementation(() => start + waitedMs);
  jest.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
    waitedMs += ms;
    return AbortSignal.abort(new DOMException('over', 'TimeoutError'));
  });
  return () => waitedMs;
}

describe('while Redis hangs', () => {
  it.each([
    ['a caller', '/voice/incoming', incomingCall, call],
    ['a caller', '/voice/pin', pin, entry],
    ['a caller', '/voice/after-dial', afterDial, { CallSid, DialCallStatus: 'busy' }],
    ['a called person', '/voice/whisper', whisper, { ParentCallSid: CallSid, Digits: '1' }],
    ['a caller', '/proxy/out-of-session', outOfSession, call],
    ['a caller', '/proxy/pin', proxyPin, entry],
    ['the sender of a text', '/messages/incoming', incomingText, text],
  ])('%s has an answer of %s within 3 s, our own time included', async (_, __, handler, params) => {
    const waitedMs = wait();
    const settings = { RECORD_CALLS: 'true' };
    const { status } = await world().call(handler, { event: webhook(params), settings });
    expect({ status, waitedMs: waitedMs() }).toEqual({ status: 200, waitedMs: 2_800 });
  });

  it('Twilio Proxy has its answer of /proxy/intercept before it lets anything through', async () => {
    const waitedMs = wait();
    const { status } = await world().call(intercept, { event: interceptEvent(NO_SESSION) });
    expect({ status, waitedMs: waitedMs() }).toEqual({ status: 403, waitedMs: 1_600 });
  });

  it.each([
    ['/voice/status', callStatus, { CallSid, CallStatus: 'completed' }],
    ['/voice/recording', recording, { ...recorded, kind: 'voicemail' }],
    ['/messages/status', textStatus, { text: MessageSid, MessageStatus: 'sent' }],
    ['/proxy/callback', callback, proxyReport],
  ])('a report to %s, for which nobody waits, has two attempts in full', async (_, handler, params) => {
    const waitedMs = wait();
    const { status } = await world().call(handler, { event: webhook(params) });
    expect({ status, waitedMs: waitedMs() }).toEqual({ status: 503, waitedMs: 3_000 });
  });
});
