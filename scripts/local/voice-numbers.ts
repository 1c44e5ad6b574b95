import { type Simulator, setWebhooks } from '../../simulator/index';
import type { Config } from '../../src/config';
import { reportUrl } from '../../src/http/report-url';
import { deadlineIn } from '../../src/masking/deadline';
import type { Country, ProxyNumber } from '../../src/masking/numbers';
import { pool } from '../../src/wiring';

/** Fills the pool of the voice switchboard with the simulated numbers outside Proxy, and has their calls and texts come to the Functions. */
export async function prepareVoiceNumbers(
  config: Config,
  { twilio, plainNumbers, sms }: Simulator,
  functionsUrl: string,
): Promise<void> {
  setWebhooks(twilio, plainNumbers, {
    voiceUrl: `${functionsUrl}/voice/incoming`,
    statusCallback: reportUrl(functionsUrl, '/voice/status'),
    smsUrl: `${functionsUrl}/messages/incoming`,
  });
  const numbers = plainNumbers.map((number) => ({
    number: number as string as ProxyNumber,
    country: 'JP' as Country,
    canCall: true,
    canText: sms,
  }));
  await pool(config).save(numbers, { dryRun: false }, deadlineIn(5_000));
}
