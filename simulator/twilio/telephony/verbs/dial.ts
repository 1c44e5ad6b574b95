import type { Recording } from '../../model';
import { raiseAlert } from '../alerts';
import { flag, methodOf, positive, resolveUrl } from '../attributes';
import type { Leg } from '../leg';
import { recordingUrl } from '../recording-report';
import type { Scene, Source, Verb } from '../scene';
import { talk } from '../talking';
import type { XmlElement } from '../xml';
import { attend } from './conference';
import { Attempts } from './dial-attempts';

/** How a <Dial> ended; without a leg where nothing could be dialled. */
interface DialResult {
  status: string;
  isBridged: boolean;
  leg?: Leg | undefined;
  recording?: Recording | undefined;
  conferenceSid?: string;
}

/** https://www.twilio.com/docs/voice/twiml/dial, with phone numbers and conferences only. */
export const dial: Verb = async (element, scene) => {
  const result = await carryOut(element, scene);
  const { action } = element.attributes;
  const wasRedirected = scene.signal.aborted && !scene.leg.isOver;
  // After the caller hung up, `action` is still told; its answer then has no effect.
  if (action === undefined || wasRedirected) return undefined;
  return actionSource(action, element, scene, result);
};

async function carryOut(element: XmlElement, scene: Scene): Promise<DialResult> {
  const conference = element.children.find(({ name }) => name === 'Conference');
  if (conference || !flag(element, 'answerOnBridge')) scene.leg.answer();
  if (conference) {
    const conferenceSid = await untilEnd(element, scene, (limits) => attend(conference, scene, limits));
    return { status: 'answered', isBridged: true, conferenceSid };
  }
  const callerId = element.attributes.callerId ?? scene.leg.call.from;
  return mayShow(callerId, element, scene)
    ? connect(element, scene, callerId)
    : { status: 'failed', isBridged: false };
}

/** A caller id must be the account's or one of this call's: https://www.twilio.com/docs/api/errors/13214 */
function mayShow(callerId: string, element: XmlElement, { leg, ports }: Scene): boolean {
  const inherited = element.attributes.callerId === undefined;
  const { from, to } = leg.call;
  if (inherited || callerId === from || callerId === to || ports.numbers.get(callerId)) return true;
  raiseAlert(ports, 13214);
  return false;
}

async function connect(element: XmlElement, scene: Scene, callerId: string): Promise<DialResult> {
  const attempts = new Attempts(element, scene, callerId);
  const callee = await attempts.firstToAccept();
  if (callee) {
    scene.leg.answer();
    await untilEnd(element, scene, (limits) => talk(scene.ports.clock, scene.leg, callee, limits));
  }
  const recording = attempts.recording?.stop();
  const isBridged = callee !== undefined;
  const status = callee?.isOver === false ? scene.options.redirectedDialStatus : attempts.status;
  return { status, isBridged, leg: callee ?? attempts.last, recording };
}

/** What ends a conversation: the time limit, and the caller's own wish or end. */
interface Limits {
  seconds: number;
  signal: AbortSignal;
}

async function untilEnd<T>(
  element: XmlElement,
  scene: Scene,
  converse: (limits: Limits) => Promise<T>,
): Promise<T> {
  const starred = new AbortController();
  const stopKeys = scene.leg.keypad.onKey((key) => {
    if (key === '*' && flag(element, 'hangupOnStar')) starred.abort();
  });
  const seconds = positive(element, 'timeLimit', 14_400);
  const result = await converse({ seconds, signal: AbortSignal.any([scene.signal, starred.signal]) });
  stopKeys();
  return result;
}

/** https://www.twilio.com/docs/voice/twiml/dial#action */
function actionSource(
  action: string,
  element: XmlElement,
  scene: Scene,
  { status, isBridged, leg, recording, conferenceSid }: DialResult,
): Source {
  return {
    url: resolveUrl(action, scene.documentUrl),
    method: methodOf(element),
    parameters: {
      DialCallStatus: status,
      DialBridged: String(isBridged),
      ...(leg && { DialCallSid: leg.sid }),
      ...(conferenceSid && { ConferenceSid: conferenceSid }),
      ...(status === 'completed' && { DialCallDuration: String(leg?.call.duration ?? 0) }),
      ...(recording?.status === 'completed' && {
        RecordingUrl: recordingUrl(recording, scene.ports.accountSid),
      }),
    },
  };
}
