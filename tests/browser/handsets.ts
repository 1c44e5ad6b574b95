import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { type Stack, startStack } from '../../scripts/local/stack';
import { buyer, type LocalUser, localUsers, seller } from '../../scripts/local/users';
import { startInProcessRuntime } from '../../scripts/runtime/in-process';
import type { Settings } from '../../scripts/settings';
import { type PhonesConfig, phonesPage } from '../../simulator/phones';
import { SimulatedClock } from '../../simulator/twilio/clock';
import type { E164 } from '../../simulator/twilio/model';
import { type OpenPage, open } from './browser';

/** The page as it is shown, with the two people on it. */
export interface Shown {
  page: Page;
  buyersPhone: Locator;
  sellersPhone: Locator;
  buyer: LocalUser;
  seller: LocalUser;
}

/** The whole service in this process, and its page with two handsets. Nobody there loses patience, however busy the machine: time is slow. */
export class Handsets {
  #stack: Stack | undefined;
  #opened: OpenPage | undefined;
  #users: Promise<[LocalUser, LocalUser]> = Promise.reject(new Error('The page is not shown'));
  #pairs = 0;

  constructor(private readonly settings: Settings) {
    this.#users.catch(() => undefined);
  }

  /** The running service. @throws Error before it was started */
  get stack(): Stack {
    if (!this.#stack) throw new Error('The service has not been started');
    return this.#stack;
  }

  async start(): Promise<void> {
    const simulator = { engine: 'embedded', sms: true, clock: new SimulatedClock({ speed: 0.1 }) } as const;
    const { settings } = this;
    this.#stack = await startStack({
      startRuntime: startInProcessRuntime,
      simulator,
      settings,
      hasWarnings: settings.SWITCHBOARD === 'voice',
    });
    const { functionsUrl } = this.#stack;
    const config = async (): Promise<PhonesConfig> => ({
      functionsUrl,
      canText: simulator.sms,
      users: await this.#users,
    });
    this.#stack.simulator.app.use('/phones', await phonesPage({ config }));
  }

  async stop(): Promise<void> {
    await this.#stack?.stop();
  }

  /** Shows the page with two people whom the service has never seen, so that no test meets what another one left. */
  async show(browser: Browser, options: BrowserContextOptions = {}): Promise<Shown> {
    const { keys, simulator } = this.stack;
    this.#pairs += 1;
    this.#users = localUsers(keys, newPair(this.#pairs));
    const [one, other] = await this.#users;
    const viewport = { width: 1400, height: 900 };
    this.#opened = await open(browser, `${simulator.url}/phones`, { viewport, ...options });
    const { page } = this.#opened;
    const phoneOf = ({ name }: LocalUser) =>
      page.getByRole('region', { name: new RegExp(`${name.ja}|${name.en}`) });
    const shown = {
      page,
      buyersPhone: phoneOf(one),
      sellersPhone: phoneOf(other),
      buyer: one,
      seller: other,
    };
    await shown.sellersPhone.locator('.status').waitFor();
    return shown;
  }

  /** What a Function answers to an app with a ticket, or to a backend with an API key. */
  async ask<Data>(path: string, bearer: string, body: object = {}): Promise<Data> {
    const headers = { Authorization: `Bearer ${bearer}`, 'Content-Type': 'application/json' };
    const request = { method: 'POST', headers, body: JSON.stringify(body) };
    const answer = await fetch(this.stack.functionsUrl + path, request);
    return ((await answer.json()) as { data: Data }).data;
  }

  /** Ends every call and closes the page. @throws Error when a script of it has failed */
  async close(): Promise<void> {
    for (const handset of this.stack.simulator.telephony.handsets)
      if (handset.state().status !== 'idle') handset.hangUp();
    await this.#opened?.close();
  }
}

/** The two people of every local run, with ids and numbers of their own. */
function newPair(index: number) {
  const digits = String(index).padStart(4, '0');
  return [
    { ...buyer, id: `buyer-${index}`, phone: `+8190123${digits}5` as E164 },
    { ...seller, id: `seller-${index}`, phone: `+8180876${digits}5` as E164 },
  ] as const;
}

/** Waits until a phone is idle, is dialling, rings or is in a call. */
export function status(phone: Locator, name: 'idle' | 'dialling' | 'ringing' | 'in-call'): Promise<void> {
  return phone.and(phone.page().locator(`[data-status=${name}]`)).waitFor();
}

/** Taps the marketplace's button, which is a link once it has a number. */
export async function tapCall(phone: Locator): Promise<void> {
  const button = phone.locator('tel-button');
  await button.getByRole('button').or(button.getByRole('link')).click();
}

/** Does so, and waits until the partner's phone rings. */
export async function callPartner(phone: Locator, partnersPhone: Locator): Promise<void> {
  await tapCall(phone);
  await status(partnersPhone, 'ringing');
}

/** Presses keys during a call, one after the other. */
export async function press(phone: Locator, keys: string): Promise<void> {
  const keypad = phone.locator('.call').getByRole('group');
  for (const key of keys) await keypad.getByText(key, { exact: true }).click();
}
