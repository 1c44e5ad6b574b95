import type { AlertCode } from './alerts';
import { parseXml, type XmlElement, XmlError } from './xml';

/** A document that Twilio would refuse; the caller of a call hears that an application error has occurred. */
export class TwimlError extends Error {
  constructor(
    readonly code: AlertCode,
    detail: string,
  ) {
    super(detail);
  }
}

interface Rule {
  attributes: readonly string[];
  children?: readonly string[];
}
type Grammar = Readonly<Record<string, Rule>>;

const prompts = ['Say', 'Play', 'Pause'];
const callback = ['recordingStatusCallback', 'recordingStatusCallbackMethod', 'recordingStatusCallbackEvent'];

/** https://www.twilio.com/docs/voice/twiml; the verbs and nouns that a two-party call needs. */
const voiceGrammar: Grammar = {
  Response: {
    attributes: [],
    children: [...prompts, 'Gather', 'Dial', 'Record', 'Start', 'Sms', 'Redirect', 'Reject', 'Hangup'],
  },
  Say: { attributes: ['voice', 'language', 'loop'] },
  Play: { attributes: ['loop', 'digits'] },
  Pause: { attributes: ['length'] },
  Gather: {
    attributes: [
      ...['input', 'action', 'method', 'timeout', 'numDigits', 'finishOnKey', 'language'],
      ...['actionOnEmptyResult', 'bargeIn'],
    ],
    children: prompts,
  },
  Dial: {
    attributes: [
      ...['action', 'method', 'timeout', 'timeLimit', 'callerId', 'answerOnBridge', 'hangupOnStar'],
      ...['record', 'recordingTrack', 'trim', 'ringTone', 'sequential', ...callback],
    ],
    children: ['Number', 'Conference'],
  },
  Conference: {
    attributes: [
      ...['beep', 'startConferenceOnEnter', 'endConferenceOnExit', 'maxParticipants'],
      ...['participantLabel', 'waitUrl', 'waitMethod', 'jitterBufferSize', 'region'],
      ...['statusCallback', 'statusCallbackMethod', 'statusCallbackEvent'],
    ],
  },
  Number: {
    attributes: [
      'url',
      'method',
      'sendDigits',
      'statusCallback',
      'statusCallbackEvent',
      'statusCallbackMethod',
    ],
  },
  Record: {
    attributes: ['action', 'method', 'timeout', 'finishOnKey', 'maxLength', 'playBeep', 'trim', ...callback],
  },
  Sms: { attributes: ['to', 'from', 'action', 'method', 'statusCallback'] },
  Start: { attributes: [], children: ['Recording'] },
  Recording: { attributes: ['channels', 'track', 'trim', ...callback] },
  Redirect: { attributes: ['method'] },
  Reject: { attributes: ['reason'] },
  Hangup: { attributes: [] },
};

/** https://www.twilio.com/docs/messaging/twiml */
const messagingGrammar: Grammar = {
  Response: { attributes: [], children: ['Message', 'Redirect'] },
  Message: {
    attributes: ['to', 'from', 'action', 'method', 'statusCallback'],
    children: ['Body', 'Media'],
  },
  Body: { attributes: [] },
  Media: { attributes: [] },
  Redirect: { attributes: ['method'] },
};

/** https://www.twilio.com/docs/voice/api/conference-resource#announce */
const announcementGrammar: Grammar = {
  Response: { attributes: [], children: ['Say', 'Play'] },
  Say: { attributes: ['voice', 'language'] },
  Play: { attributes: [] },
};

const grammars = { voice: voiceGrammar, messaging: messagingGrammar, announcement: announcementGrammar };
export type TwimlKind = keyof typeof grammars;

/** Larger documents are refused: https://www.twilio.com/docs/api/errors/11750 */
const maxBytes = 64 * 1024;

/**
 * The verbs of a TwiML document. An empty body is an empty document, as at Twilio.
 * Twilio itself only warns of some of what is refused here; a product should send nothing it warns of.
 * @throws TwimlError
 */
export function parseTwiml(body: string, kind: TwimlKind): XmlElement[] {
  if (body.trim() === '') return [];
  if (Buffer.byteLength(body) > maxBytes) throw new TwimlError(11750, `${Buffer.byteLength(body)} bytes`);
  const root = readXml(body);
  if (root.name !== 'Response') throw new TwimlError(12200, `<${root.name}> in place of <Response>`);
  check(root, grammars[kind]);
  return root.children;
}

function readXml(body: string): XmlElement {
  try {
    return parseXml(body);
  } catch (error) {
    throw new TwimlError(12100, error instanceof XmlError ? error.message : 'unreadable');
  }
}

function check(element: XmlElement, grammar: Grammar): void {
  const rule = grammar[element.name];
  for (const name of Object.keys(element.attributes)) {
    if (!rule?.attributes.includes(name)) throw new TwimlError(12200, `${name} on <${element.name}>`);
  }
  for (const child of element.children) {
    if (!rule?.children?.includes(child.name)) {
      throw new TwimlError(12200, `<${child.name}> in <${element.name}>`);
    }
    check(child, grammar);
  }
}
