import { integer } from '../attributes';
import type { Heard } from '../leg';
import type { Scene, Verb } from '../scene';
import { TwimlError } from '../twiml';
import { aborted, pause } from '../waiting';
import type { XmlElement } from '../xml';

/** https://www.twilio.com/docs/voice/twiml/say */
export const say: Verb = async (element, scene) => {
  const text = element.text.replace(/\s+/g, ' ').trim();
  if (text === '') throw new TwimlError(12200, '<Say> without words');
  const seconds = (text.length * scene.options.speechMsPerCharacter) / 1000;
  await repeat(
    element,
    scene,
    { kind: 'say', text, language: element.attributes.language ?? 'en-US' },
    seconds,
  );
  return undefined;
};

/** A sound takes no time. https://www.twilio.com/docs/voice/twiml/play */
export const play: Verb = async (element, scene) => {
  const { digits } = element.attributes;
  const url = element.text.trim();
  if (digits === undefined && url === '') throw new TwimlError(12200, '<Play> without a sound');
  await repeat(
    element,
    scene,
    digits === undefined ? { kind: 'play', text: url } : { kind: 'tone', text: digits },
    0,
  );
  return undefined;
};

/** https://www.twilio.com/docs/voice/twiml/pause; as the first verb it delays the answering of the call. */
export const rest: Verb = async (element, scene) => {
  await pause(scene.ports.clock, integer(element, 'length', 1), scene.signal);
  return undefined;
};

const endless = 0;

async function repeat(element: XmlElement, scene: Scene, heard: Heard, seconds: number): Promise<void> {
  const times = integer(element, 'loop', 1);
  scene.leg.answer();
  for (let time = 0; time < Math.max(times, 1) && !scene.signal.aborted; time++) {
    scene.leg.hear(scene.isWhisper ? { ...heard, isWhisper: true } : heard);
    await pause(scene.ports.clock, seconds, scene.signal);
  }
  // Until the caller hangs up; heard once here, for an onlooker learns nothing from the repetition.
  if (times === endless) await aborted(scene.signal);
}
