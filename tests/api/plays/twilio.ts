import { handler as incomingText } from '../../../src/functions/messages/incoming.protected';
import { handler as textStatus } from '../../../src/functions/messages/status.protected';
import { handler as afterDial } from '../../../src/functions/voice/after-dial.protected';
import { handler as incomingCall } from '../../../src/functions/voice/incoming.protected';
import { handler as voicePin } from '../../../src/functions/voice/pin.protected';
import { handler as recording } from '../../../src/functions/voice/recording.protected';
import { handler as callStatus } from '../../../src/functions/voice/status.protected';
import { handler as voicemail } from '../../../src/functions/voice/voicemail.protected';
import { handler as whisper } from '../../../src/functions/voice/whisper.protected';
import type { Handler } from '../../../src/http/runtime';
import { type Play, type Repertoire, storePlays } from './play';

const parties = { From: '+818011112222', To: '+815031000000' };
/** A call that nobody has a session for. */
export const strangersCall = { CallSid: `CA${'1'.repeat(32)}`, ...parties };
const text = { MessageSid: `SM${'1'.repeat(32)}`, ...parties, Body: 'hello', NumMedia: '0' };

/** A webhook that always has TwiML for an answer. */
export function twimlWebhook(handler: Handler, params: object): Repertoire {
  return { handler, params, plays: { '200': ({ send }) => send() } };
}

/** A webhook that reports something: kept, or not. */
function reportWebhook(handler: Handler, params: object): Repertoire {
  const plays = { '200': (({ send }) => send()) satisfies Play, '503': notKept };
  return { handler, params, plays };
}
export const notKept = storePlays['503 store_unavailable'] as Play;

/** The webhooks of plain Programmable Voice and Messaging, by `operationId`. */
export const twilioRepertoires: Readonly<Record<string, Repertoire>> = {
  voiceIncoming: twimlWebhook(incomingCall, strangersCall),
  voicePin: twimlWebhook(voicePin, { ...strangersCall, attempt: '1', Digits: '123456' }),
  voiceWhisper: twimlWebhook(whisper, { ...strangersCall, Digits: '1' }),
  voiceAfterDial: twimlWebhook(afterDial, { ...strangersCall, DialCallStatus: 'no-answer' }),
  voiceVoicemail: twimlWebhook(voicemail, strangersCall),
  voiceRecording: reportWebhook(recording, {
    ...strangersCall,
    kind: 'voicemail',
    RecordingSid: `RE${'0'.repeat(32)}`,
    RecordingStatus: 'completed',
  }),
  voiceStatus: reportWebhook(callStatus, { ...strangersCall, CallStatus: 'ringing' }),
  messagesIncoming: twimlWebhook(incomingText, text),
  messagesStatus: reportWebhook(textStatus, { ...text, text: text.MessageSid, MessageStatus: 'delivered' }),
};
