import { existsSync, readFileSync, rmSync } from 'node:fs';
import * as v from 'valibot';
import { writePrivately } from '../private-file';
import { type AccountNumber, type Webhooks, webhookFields } from './account-numbers';

const Entries = v.record(v.string(), v.object(v.entriesFromList(webhookFields, v.optional(v.string(), ''))));

/** What numbers did before this service took them, kept beside the settings file until it is put back. */
export class FormerWebhooks {
  /** Absolute path. */
  readonly file: string;

  constructor(env: string) {
    this.file = `${env}.webhooks.json`;
  }

  /** By number, in E.164. */
  all(): Readonly<Record<string, Webhooks>> {
    if (!existsSync(this.file)) return {};
    return v.parse(Entries, JSON.parse(readFileSync(this.file, 'utf8')));
  }

  /** Keeps what the numbers do now. To be called before anything is overwritten; `isOurs` tells what is not worth keeping. */
  keep(numbers: readonly AccountNumber[], isOurs: (webhooks: Webhooks) => boolean): void {
    const foreign = numbers.filter(({ webhooks }) => !isOurs(webhooks));
    if (foreign.length === 0) return;
    const added = foreign.map(({ number, webhooks }) => [number, webhooks]);
    this.write({ ...this.all(), ...Object.fromEntries(added) });
  }

  /** Forgets a number whose webhooks have been put back. */
  drop(number: string): void {
    const { [number]: _, ...rest } = this.all();
    this.write(rest);
  }

  private write(entries: Readonly<Record<string, Webhooks>>): void {
    if (Object.keys(entries).length === 0) rmSync(this.file, { force: true });
    else writePrivately(this.file, `${JSON.stringify(entries, null, 2)}\n`);
  }
}
