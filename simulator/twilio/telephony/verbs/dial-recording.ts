import { choice } from '../attributes';
import type { Recording } from '../recordings';
import type { Scene } from '../scene';
import type { XmlElement } from '../xml';

/**
 * Starts what the `record` attribute asks for; undefined where it asks for nothing. Recording begins with the
 * conversation even for `record-from-ringing`, since nobody speaks before.
 * https://www.twilio.com/docs/voice/twiml/dial#record
 */
export function recordDial(element: XmlElement, { recordings, leg }: Scene): (() => Recording) | undefined {
  const wish = choice(element, 'record', [
    'do-not-record',
    'record-from-answer',
    'record-from-ringing',
    'record-from-answer-dual',
    'record-from-ringing-dual',
    'true',
    'false',
  ]);
  if (wish === 'do-not-record' || wish === 'false') return undefined;
  return recordings.start(leg, { source: 'DialVerb', channels: wish.endsWith('dual') ? 2 : 1 });
}
