import { setTimeout as wait } from 'node:timers/promises';
import { TwilioServerlessApiClient } from '@twilio-labs/serverless-api';
import { type Refusal, refusalOf } from './refusal';

/** The longest that one request may take, in milliseconds: uploads on a slow line included. */
const REQUEST_MS = 60_000;
/** How often a read is tried. Twilio's 429 is repeated by the client itself, with growing pauses. */
const READS = 3;
const READ_PAUSE_MS = 1_000;
/** The client's own variable decides how often; its default of ten would take a quarter of an hour. */
const retryLimit = Number(process.env.TWILIO_SERVERLESS_API_RETRY_LIMIT ?? 4);

const failedBuild = { body: { status: 'failed' } };

type Send = (...parameters: Parameters<TwilioServerlessApiClient['request']>) => Promise<unknown>;

/** Twilio's own client, and what Twilio refused it. */
export interface DeployClient {
  client: TwilioServerlessApiClient;
  /** Of the last request that ended. The client itself tells of a failed upload without its cause. */
  lastRefusal(): Refusal | undefined;
  /** Ends what the client still waits for. */
  end(): void;
}

/** @param credentials the account's sid and token */
export function deployClient(credentials: { username: string; password: string }): DeployClient {
  const client = new TwilioServerlessApiClient({ ...credentials, retryLimit });
  const original: Send = client.request.bind(client);
  let refusal: Refusal | undefined;
  let ended = false;
  const request: Send = async (method, path, options) => {
    const isStatus = path.endsWith('/Status');
    if (ended && isStatus) return failedBuild;
    try {
      const answer = await repeated(method === 'get' ? READS : 1, () =>
        original(method, path, { ...options, timeout: REQUEST_MS }),
      );
      refusal = undefined;
      return answer;
    } catch (error) {
      refusal = refusalOf(error);
      // The client would wait for ever for a build whose status it cannot read.
      if (isStatus) return failedBuild;
      throw error;
    }
  };
  // Every request of the client passes this one method.
  return {
    client: Object.assign(client, { request }),
    lastRefusal: () => refusal,
    end: () => {
      ended = true;
    },
  };
}

async function repeated<T>(attempts: number, send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    const { status } = refusalOf(error);
    if (attempts === 1 || (status !== undefined && status < 500)) throw error;
    await wait(READ_PAUSE_MS);
    return repeated(attempts - 1, send);
  }
}
