import { TwilioSimulator } from '../../../../simulator/twilio';
import type { LogQuery } from '../../../../simulator/twilio/log';
import type { E164, ProxyService, Session } from '../../../../simulator/twilio/model';
import type { SessionParams } from '../../../../simulator/twilio/proxy/params';
import type { TelephonyOptions } from '../../../../simulator/twilio/telephony/ports';
import { Telephony } from '../../../../simulator/twilio/telephony/telephony';
import { TwilioError } from '../../../../simulator/twilio/twilio-error';
import { Application } from './application';

export const buyerNumber: E164 = '+819011112222';
export const sellerNumber: E164 = '+819033334444';
/** The number that the buyer dials, and the one that the seller dials. */
export const buyersProxy: E164 = '+815031000001';
export const sellersProxy: E164 = '+815031000002';
export const plainNumber: E164 = '+815031000003';

/** A Twilio account with an application behind it and two phones. */
export class World {
  readonly twilio = new TwilioSimulator();
  readonly application = new Application(this.twilio.authToken);
  readonly telephony: Telephony;
  readonly buyer;
  readonly seller;

  private constructor(options: Partial<TelephonyOptions>) {
    this.telephony = new Telephony(this.twilio, options);
    this.twilio.telephony = this.telephony.rest;
    this.buyer = this.telephony.handset(buyerNumber);
    this.seller = this.telephony.handset(sellerNumber);
  }

  static async start(options: Partial<TelephonyOptions> = {}): Promise<World> {
    const world = new World(options);
    await world.application.start();
    for (const phoneNumber of [buyersProxy, sellersProxy, plainNumber]) {
      const capabilities = { voice: true, sms: true, mms: false, fax: false };
      world.twilio.numbers.add({ phoneNumber, capabilities });
    }
    return world;
  }

  /** @throws Error where the simulator itself failed meanwhile. */
  async stop(): Promise<void> {
    const { defects } = this;
    this.telephony.stop();
    await this.application.stop();
    if (defects.length > 0) throw new Error(defects.join());
  }

  /** The plain number answers with these verbs. */
  answerWith(verbs: string): void {
    this.application.twiml('/voice', verbs);
    this.setVoiceUrl(this.application.url('/voice'));
  }

  setVoiceUrl(voiceUrl: string): void {
    const number = this.twilio.numbers.get(plainNumber);
    if (number) this.twilio.numbers.update(number.sid, { voiceUrl });
  }

  /** A Proxy service with both proxy numbers and all three callbacks, which let everything pass. */
  proxyService(): ProxyService {
    const { application } = this;
    application.on('/intercept', { body: '' });
    application.on('/callback', { body: '' });
    application.twiml('/out-of-session', '<Say language="ja-JP">終了しました</Say>');
    const service = this.twilio.proxy.services.create({
      uniqueName: 'test',
      interceptCallbackUrl: application.url('/intercept'),
      callbackUrl: application.url('/callback'),
      outOfSessionCallbackUrl: application.url('/out-of-session'),
    });
    if (service instanceof TwilioError) throw new Error(service.message);
    for (const phoneNumber of [buyersProxy, sellersProxy])
      this.twilio.proxy.numbers.add(service.sid, { phoneNumber });
    return service;
  }

  session(service: ProxyService, params: SessionParams = {}): Session {
    const session = this.twilio.proxy.createSession(service.sid, {
      uniqueName: 'pair',
      mode: 'voice-and-message',
      ttl: 3600,
      participants: [
        { identifier: buyerNumber, proxyIdentifier: buyersProxy },
        { identifier: sellerNumber, proxyIdentifier: sellersProxy },
      ],
      ...params,
    });
    if (session instanceof TwilioError) throw new Error(session.message);
    return session;
  }

  /** The notes of alerts, oldest first. */
  get alerts(): string[] {
    return this.twilio.log.entries({ kind: 'phone', method: 'ALERT' }).map((entry) => entry.note ?? '');
  }

  /** Resolves once the log has such an entry. @throws Error after three seconds without one. */
  logged(query: LogQuery): Promise<void> {
    const { log } = this.twilio;
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`No entry of ${JSON.stringify(query)}`)), 3000);
      const look = () => {
        if (log.count(query) === 0) return;
        clearTimeout(late);
        stop();
        resolve();
      };
      const stop = log.subscribe(look);
      look();
    });
  }

  get defects(): string[] {
    return this.twilio.log.entries({ kind: 'phone', method: 'DEFECT' }).map((entry) => entry.note ?? '');
  }
}

/** Lets what is under way run as far as it can without time passing. */
export async function settle(rounds = 20): Promise<void> {
  for (let round = 0; round < rounds; round++) await new Promise((resolve) => setImmediate(resolve));
}
