import type { Config } from '../../src/config';
import { deadlineIn } from '../../src/masking/deadline';
import { type Country, isE164, type ProxyNumber } from '../../src/masking/numbers';
import type { PoolNumber } from '../../src/store/redis-pool';
import { pool } from '../../src/wiring';
import { proxyServiceSid } from '../proxy-service';
import { askTwilio } from '../twilio-call';
import { clientFor } from '../twilio-client';

/** Long enough for 5,500 numbers, the most that one Proxy service holds. */
const SAVE_MS = 10_000;

/** A number of the Proxy service. */
export interface ListedNumber extends PoolNumber {
  /** Twilio gives a reserved number to nobody by itself; the service uses it all the same. */
  readonly isReserved: boolean;
}

/** All numbers of the Proxy service, page by page. @throws TwilioFailure */
export async function listNumbers(config: Config): Promise<ListedNumber[]> {
  const client = await clientFor(config);
  const { phoneNumbers } = client.proxy.v1.services(proxyServiceSid(config));
  const records = await askTwilio(() => phoneNumbers.list({ pageSize: 100 }));
  return records.map(({ phoneNumber, isoCountry, capabilities, isReserved }) => ({
    number: checked(phoneNumber),
    country: isoCountry as Country,
    canCall: capabilities.voice,
    canText: capabilities.sms,
    isReserved,
  }));
}

/** Makes the pool in Redis hold exactly the numbers that can call; with `dryRun` only counts what would change. */
export function syncPool(config: Config, numbers: readonly ListedNumber[], dryRun: boolean) {
  return pool(config).save(
    numbers.filter(({ canCall }) => canCall),
    { dryRun },
    deadlineIn(SAVE_MS),
  );
}

function checked(phoneNumber: string): ProxyNumber {
  if (!isE164(phoneNumber)) throw new Error('Twilio listed a number that is not in E.164 form');
  return phoneNumber as ProxyNumber;
}
