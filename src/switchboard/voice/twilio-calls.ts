import type { CallControl } from '../../masking/call-log';
import type { Deadline } from '../../masking/ports';
import { type TwilioSettings, twilioClient } from '../proxy/rest';

/** Running calls at Twilio. */
export class TwilioCalls implements CallControl {
  constructor(private readonly settings: TwilioSettings) {}

  /** @see https://www.twilio.com/docs/voice/api/recording#create-a-recording-resource */
  async startRecording(interactionId: string, callbackUrl: string, deadline: Deadline): Promise<boolean> {
    try {
      const client = await twilioClient(this.settings, deadline);
      await client.calls(interactionId).recordings.create({
        recordingChannels: 'dual',
        trim: 'do-not-trim',
        recordingStatusCallback: callbackUrl,
        recordingStatusCallbackEvent: ['completed'],
      });
      return true;
    } catch {
      return false;
    }
  }
}
