import { type JoinedCall, joinedCallText, type WarningSchedule } from '../masking/limit-warning';
import type { Deadline } from '../masking/ports';

/** The longest that QStash may take to accept, in milliseconds. */
const PUBLISH_MS = 2_500;
/** Once more, 12 seconds later; after that a warning would come too late. */
const RETRIES = 1;

export interface QStashSettings {
  readonly url: string;
  readonly token: string;
  /** The Function that is called. */
  readonly destination: string;
}

/**
 * Has Upstash QStash call a Function later. One request is all it takes, so its client is not bundled.
 * @see https://upstash.com/docs/qstash/api-reference/messages/publish-a-message
 */
export class QStashSchedule implements WarningSchedule {
  constructor(private readonly settings: QStashSettings) {}

  async schedule(call: JoinedCall, afterSeconds: number, deadline: Deadline): Promise<boolean> {
    const { url, token, destination } = this.settings;
    try {
      const response = await fetch(`${url}/v2/publish/${destination}`, {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${token}`,
          'Content-Type': 'application/json',
          'Upstash-Delay': `${afterSeconds}s`,
          'Upstash-Retries': String(RETRIES),
          'Upstash-Deduplication-Id': call.legId,
        },
        body: joinedCallText(call),
        redirect: 'manual',
        signal: AbortSignal.timeout(Math.min(PUBLISH_MS, deadline.remainingMs())),
      });
      await response.body?.cancel();
      return response.ok;
    } catch {
      return false;
    }
  }
}
