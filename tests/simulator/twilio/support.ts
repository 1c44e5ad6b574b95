import { createServer, type Server } from 'node:http';
import express from 'express';
import { Twilio } from 'twilio';
import RequestClient from 'twilio/lib/base/RequestClient';
import { close, listen } from '../../../simulator/server';
import { TwilioSimulator, type TwilioSimulatorOptions } from '../../../simulator/twilio';
import { SimulatedClock } from '../../../simulator/twilio/clock';

/** Sends what is meant for `https://<host>/` to `<base>/<host>/`. */
export class LocalRequestClient extends RequestClient {
  readonly #base: string;

  constructor(base: string) {
    super({ timeout: 5000, keepAlive: true });
    this.#base = base;
  }

  override request<T>(options: RequestClient.RequestOptions<T>) {
    return super.request({ ...options, uri: options.uri.replace('https://', `${this.#base}/`) });
  }
}

/** A simulator behind a real HTTP server with Twilio's own client in front of it. */
export interface RunningSimulator {
  simulator: TwilioSimulator;
  client: Twilio;
  /** Base URL of the server. */
  url: string;
  /** Raw HTTP with the account's credentials. */
  call: (path: string, init?: RequestInit) => Promise<Response>;
  stop: () => Promise<void>;
}

export async function startSimulator(options: TwilioSimulatorOptions = {}): Promise<RunningSimulator> {
  const simulator = new TwilioSimulator(options);
  const server: Server = createServer(express().use(simulator.app));
  const url = await listen(server, 0);
  const { accountSid, authToken } = simulator;
  const httpClient = new LocalRequestClient(url);
  const authorization = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
  return {
    simulator,
    client: new Twilio(accountSid, authToken, { httpClient }),
    url,
    call: (path, init = {}) =>
      fetch(`${url}${path}`, { ...init, headers: { authorization, ...init.headers } }),
    stop: () => close(server),
  };
}

/** The body of an answer, as the test expects it to be. */
export const json = async <T = Record<string, unknown>>(response: Response) => (await response.json()) as T;

/** A clock that stands still; moving it runs no timer, as if the machine were too busy to. */
export class StillClock extends SimulatedClock {
  #now = Date.now();

  override now(): number {
    return this.#now;
  }

  skip(ms: number): void {
    this.#now += ms;
  }
}

/** Form bodies as Twilio's API takes them. */
export const form = (...fields: [name: string, value: string][]): RequestInit => ({
  method: 'POST',
  body: new URLSearchParams(fields),
});

export const BUYER = '+819011112222';
export const SELLER = '+818033334444';
export const STRANGER = '+817055556666';
export const PROXY_NUMBERS = ['+815031110001', '+815031110002', '+815031110003'] as const;
