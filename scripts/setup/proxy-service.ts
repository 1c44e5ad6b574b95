import type { Twilio } from 'twilio';
import { Misuse } from '../command';
import { askTwilio, TwilioFailure } from '../twilio-call';

/** @see https://www.twilio.com/docs/api/errors */
const [NOT_FOUND, IN_A_SERVICE, NAME_TAKEN] = [20404, 80101, 80603];

/** The Proxy service that the settings name, or else the one of this name; undefined where there is none yet. */
export async function findService(
  client: Twilio,
  sid: string | undefined,
  name: string,
): Promise<string | undefined> {
  if (sid !== undefined) return fetchService(client, sid);
  const services = await askTwilio(() => client.proxy.v1.services.list({ pageSize: 100 }));
  return services.find(({ uniqueName }) => uniqueName === name)?.sid;
}

async function fetchService(client: Twilio, sid: string): Promise<string> {
  try {
    return (await askTwilio(() => client.proxy.v1.services(sid).fetch())).sid;
  } catch (error) {
    if (!hasCode(error, NOT_FOUND)) throw error;
    throw new Misuse(
      'PROXY_SERVICE_SID names no Proxy service of this account. Correct it, or empty it to have a service made.',
    );
  }
}

/** Makes a Proxy service. Whoever was interrupted right after it finds it by its name. @throws TwilioFailure */
export async function createService(client: Twilio, uniqueName: string): Promise<string> {
  try {
    return (await askTwilio(() => client.proxy.v1.services.create({ uniqueName }))).sid;
  } catch (error) {
    // The answer to a first attempt was lost, or somebody else was faster.
    const sid = hasCode(error, NAME_TAKEN) ? await findService(client, undefined, uniqueName) : undefined;
    if (sid === undefined) throw error;
    return sid;
  }
}

/** Sids of the numbers that a service has. @throws TwilioFailure */
export async function serviceNumbers(client: Twilio, sid: string): Promise<Set<string>> {
  const { phoneNumbers } = client.proxy.v1.services(sid);
  const records = await askTwilio(() => phoneNumbers.list({ pageSize: 100 }));
  return new Set(records.map((record) => record.sid));
}

/**
 * Adds numbers to a service, which replaces their own webhooks.
 * @returns a sentence for each that is in another service; the others are added all the same.
 * @throws TwilioFailure
 */
export async function addNumbers(
  client: Twilio,
  serviceSid: string,
  numbers: readonly { sid: string; number: string }[],
  progress: (text: string) => void,
): Promise<string[]> {
  const problems: string[] = [];
  const { phoneNumbers } = client.proxy.v1.services(serviceSid);
  for (const [index, { sid, number }] of numbers.entries()) {
    progress(`adding number ${index + 1} of ${numbers.length}`);
    try {
      await askTwilio(() => phoneNumbers.create({ sid }));
    } catch (error) {
      if (!hasCode(error, IN_A_SERVICE)) throw error;
      const isOurs = (await serviceNumbers(client, serviceSid)).has(sid);
      if (!isOurs) problems.push(`${number}: ${error.message}`);
    }
  }
  return problems;
}

function hasCode(error: unknown, code: number): error is TwilioFailure {
  return error instanceof TwilioFailure && error.code === code;
}
