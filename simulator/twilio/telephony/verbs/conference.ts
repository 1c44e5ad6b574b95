import { choice, flag, methodOf, positive, resolveUrl, words } from '../attributes';
import { type ConferenceCallback, type ConferenceEvent, conferenceEvents } from '../conference/report';
import type { Attendance } from '../conference/room';
import type { Scene } from '../scene';
import { TwimlError } from '../twiml';
import { pause } from '../waiting';
import type { XmlElement } from '../xml';

/**
 * Takes part in a conference until `signal` is aborted, `seconds` have passed, or the conference ends; gives its sid.
 * Music for those who wait is left out, and so is recording the conference itself.
 * https://www.twilio.com/docs/voice/twiml/conference
 * @throws TwimlError 12200
 */
export async function attend(
  noun: XmlElement,
  scene: Scene,
  { seconds, signal }: { seconds: number; signal: AbortSignal },
): Promise<string> {
  const name = noun.text.trim();
  if (name === '') throw new TwimlError(12200, '<Conference> without a name');
  const most = positive(noun, 'maxParticipants', 250);
  const attendance = attendanceOf(noun, scene);
  const room = scene.rooms.open(name, callbackOf(noun, scene.documentUrl));
  if (room.size >= most) return room.conference.sid;
  const guest = room.enter(attendance);
  await pause(scene.ports.clock, seconds, AbortSignal.any([signal, guest.gone]));
  room.leave(guest);
  return room.conference.sid;
}

function attendanceOf(noun: XmlElement, { leg }: Scene): Attendance {
  return {
    leg,
    beep: choice(noun, 'beep', ['true', 'false', 'onEnter', 'onExit']),
    startConferenceOnEnter: choice(noun, 'startConferenceOnEnter', ['true', 'false']) === 'true',
    endConferenceOnExit: flag(noun, 'endConferenceOnExit'),
    label: noun.attributes.participantLabel ?? null,
  };
}

/** Nothing is reported where no event is named. */
function callbackOf(noun: XmlElement, documentUrl: string): ConferenceCallback | undefined {
  const events = words<ConferenceEvent>(noun, 'statusCallbackEvent', conferenceEvents, []);
  const url = noun.attributes.statusCallback;
  if (!url) return undefined;
  return { url: resolveUrl(url, documentUrl), method: methodOf(noun, 'statusCallbackMethod'), events };
}
