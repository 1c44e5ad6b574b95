import type { CallControl } from '../../masking/call-log';
import type { LegControl } from '../../masking/limit-warning';
import type { Deadline } from '../../masking/ports';
import { type TwilioSettings, twilioClient } from '../proxy/rest';

/** Running calls at Twilio. */
export class TwilioCalls implements CallControl, LegControl {
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

  /** @see https://www.twilio.com/docs/voice/api/call-resource#update-a-call-resource */
  async redirect(legId: string, twiml: string, deadline: Deadline): Promise<boolean> {
    return this.update(legId, { twiml }, deadline);
  }

  async hangUp(legId: string, deadline: Deadline): Promise<void> {
    await this.update(legId, { status: 'completed' }, deadline);
  }

  private async update(
    legId: string,
    change: { twiml: string } | { status: 'completed' },
    deadline: Deadline,
  ): Promise<boolean> {
    try {
      const client = await twilioClient(this.settings, deadline);
      await client.calls(legId).update(change);
      return true;
    } catch {
      return false;
    }
  }
}
