import { isE164, type RealNumber } from '../../masking/numbers';
import type { Deadline } from '../../masking/ports';
import type { SwitchboardSid } from '../../masking/session';
import { type TwilioSettings, twilioClient } from './rest';
import { callOnce } from './retry';

export interface Participation {
  readonly sid: SwitchboardSid;
  readonly participantSid: string;
}

/**
 * The participant's own number, which no intercept names; undefined where Twilio does not tell in time.
 * @see https://www.twilio.com/docs/proxy/api/participant#fetch-a-participant-resource
 */
export async function participantNumber(
  settings: TwilioSettings & { readonly serviceSid: string },
  { sid, participantSid }: Participation,
  deadline: Deadline,
): Promise<RealNumber | undefined> {
  const client = await twilioClient(settings, deadline);
  const session = client.proxy.v1.services(settings.serviceSid).sessions(sid);
  const found = await callOnce(() => session.participants(participantSid).fetch());
  const number = found.ok ? found.value.identifier : undefined;
  return number !== undefined && isE164(number) ? (number as RealNumber) : undefined;
}
