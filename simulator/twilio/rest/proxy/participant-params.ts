import { refusal } from '../../proxy/errors';
import type { ParticipantParams } from '../../proxy/params';
import type { TwilioError } from '../../twilio-error';
import { Fields } from '../fields';

/** Reads the fields of one participant: a form body, or one JSON object of a session's `Participants`. */
export function participantParams(fields: Fields): ParticipantParams {
  return {
    identifier: fields.text('Identifier') ?? '',
    friendlyName: fields.text('FriendlyName'),
    proxyIdentifier: fields.text('ProxyIdentifier'),
    proxyIdentifierSid: fields.text('ProxyIdentifierSid'),
  };
}

/** Reads every `Participants` field of a session: each is a JSON object with PascalCase keys. */
export function participantsParams(texts: readonly string[]): ParticipantParams[] | TwilioError {
  const params: ParticipantParams[] = [];
  for (const text of texts) {
    const fields = parseObject(text);
    if (!fields?.text('Identifier')) return refusal.invalid('Participants');
    params.push(participantParams(fields));
  }
  return params;
}

function parseObject(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? new Fields({ ...value }) : undefined;
  } catch {
    return undefined;
  }
}
