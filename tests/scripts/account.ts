import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { type Simulator, type SimulatorOptions, setWebhooks, startSimulator } from '../../simulator';
import type { ProxyService } from '../../simulator/twilio/model';
import { type Ended, runCommand } from './run-command';

/** What the numbers of a new account did before. */
export const formerUrls = { voiceUrl: 'https://former.example/voice', smsUrl: 'https://former.example/sms' };

/** An account as its owner brings it: numbers that do something else, no Proxy service, an empty database, and a settings file. */
export class Account {
  readonly folder = mkdtempSync(join(tmpdir(), 'tokumei-account-'));
  readonly env = join(this.folder, '.env');

  private constructor(readonly simulator: Simulator) {
    simulator.twilio.proxy.deleteService(simulator.serviceSid);
    setWebhooks(simulator.twilio, simulator.plainNumbers, formerUrls);
    this.write(this.access);
  }

  static async open(options: SimulatorOptions = {}): Promise<Account> {
    return new Account(await startSimulator({ numbers: 0, plainNumbers: 3, engine: 'embedded', ...options }));
  }

  /** What its owner knows. */
  get access(): Record<string, string> {
    const { accountSid, authToken, url, upstashUrl, upstashToken } = this.simulator;
    return {
      ACCOUNT_SID: accountSid,
      AUTH_TOKEN: authToken,
      TWILIO_API_BASE_URL: url,
      UPSTASH_REDIS_REST_URL: upstashUrl,
      UPSTASH_REDIS_REST_TOKEN: upstashToken,
    };
  }

  /** Writes the settings file anew. */
  write(variables: Readonly<Record<string, string>>): void {
    writeFileSync(
      this.env,
      Object.entries(variables)
        .map(([name, value]) => `${name}=${value}\n`)
        .join(''),
    );
  }

  settings(): Record<string, string | undefined> {
    return parseEnv(readFileSync(this.env, 'utf8'));
  }

  run(command: string, ...args: string[]): Promise<Ended> {
    return runCommand(command, ['--env', this.env, ...args]);
  }

  services(): ProxyService[] {
    return [...this.simulator.twilio.proxy.services.records];
  }

  /** E.164 numbers in the only service. */
  members(): string[] {
    const [service] = this.services();
    const numbers = service ? [...this.simulator.twilio.proxy.numbers.of(service.sid)] : [];
    return numbers.map(({ phoneNumber }) => phoneNumber).sort();
  }

  async close(): Promise<void> {
    await this.simulator.stop();
    rmSync(this.folder, { recursive: true });
  }
}
