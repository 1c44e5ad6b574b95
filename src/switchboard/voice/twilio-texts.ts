import type { TextResult, TextSender } from '../../masking/call-log';
import type { ProxyNumber, RealNumber } from '../../masking/numbers';
import type { Deadline } from '../../masking/ports';
import { type TwilioSettings, twilioClient } from '../proxy/rest';

/** Texts through Twilio's REST interface. */
export class TwilioTexts implements TextSender {
  constructor(private readonly settings: TwilioSettings) {}

  /** @see https://www.twilio.com/docs/messaging/api/message-resource#create-a-message-resource */
  async sendText(
    text: { from: ProxyNumber; to: RealNumber; body: string },
    deadline: Deadline,
  ): Promise<TextResult> {
    try {
      const client = await twilioClient(this.settings, deadline);
      await client.messages.create(text);
      return 'sent';
    } catch (error) {
      return isRefusal(error) ? 'refused' : 'unavailable';
    }
  }
}

/** Twilio refuses for good: a number that cannot text (21606, 21612), a receiver who opted out (21610), and the like. */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && 'status' in error && error.status === 400;
}
