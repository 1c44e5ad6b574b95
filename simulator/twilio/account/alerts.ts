import { Collection } from '../collection';
import type { Alert, Clock } from '../model';
import { newSid } from '../sids';

/** What Twilio's debugger shows, newest first in lists. https://www.twilio.com/docs/usage/monitor-alert */
export class Alerts {
  readonly records = new Collection<Alert>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  add(code: number, text: string): Alert {
    return this.records.add({ sid: newSid('NO'), code, text, dateCreated: this.#clock.now() });
  }
}
