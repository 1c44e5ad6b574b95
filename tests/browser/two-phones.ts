import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { type Simulator, startSimulator } from '../../simulator';
import { type PhoneUser, phonesPage } from '../../simulator/phones';
import { close, listen } from '../../simulator/server';
import { stubFunctions } from './stub-functions';

export const buyer: PhoneUser = {
  id: 'buyer-1',
  name: 'さくら',
  phone: '+819012345678',
  ticket: 'buyer-ticket',
};
export const seller: PhoneUser = {
  id: 'seller-1',
  name: '健太',
  phone: '+818087654321',
  ticket: 'seller-ticket',
};

export interface TwoPhones {
  simulator: Simulator;
  functionsUrl: string;
  stop: () => Promise<unknown>;
}

/** The page once it is shown. */
export interface Shown extends TwoPhones {
  page: Page;
  buyersPhone: Locator;
  sellersPhone: Locator;
}

/** The real simulator with one session between the two, the page, and a stub in place of the Functions. */
export async function startTwoPhones(): Promise<TwoPhones> {
  const simulator = await startSimulator({ engine: 'embedded', sms: true, plainNumbers: 1 });
  const [forBuyer, forSeller] = simulator.numbers;
  const functions = stubFunctions((authorization) =>
    authorization === `Bearer ${buyer.ticket}` ? forBuyer : forSeller,
  );
  const functionsUrl = await listen(functions, 0);
  simulator.app.use(
    '/phones',
    await phonesPage({ config: () => ({ functionsUrl, users: [buyer, seller] }) }),
  );
  setWebhooks(simulator, functionsUrl);
  openSession(simulator);
  return { simulator, functionsUrl, stop: () => Promise.all([simulator.stop(), close(functions)]) };
}

/** Lets the service ask before it passes a call or text on, and the first plain number what to do with a text. */
function setWebhooks({ twilio, serviceSid, plainNumbers: [plain] }: Simulator, functionsUrl: string): void {
  const number = plain && twilio.numbers.get(plain);
  const service = twilio.proxy.services.records.get(serviceSid);
  if (!number || !service) throw new Error('A plain number and a Proxy service are needed');
  number.smsUrl = `${functionsUrl}/messages/incoming`;
  service.interceptCallbackUrl = `${functionsUrl}/proxy/intercept`;
}

function openSession({ twilio, serviceSid, numbers: [forBuyer, forSeller] }: Simulator): void {
  if (!forBuyer || !forSeller) throw new Error('The pool needs two numbers');
  twilio.proxy.createSession(serviceSid, {
    uniqueName: randomUUID(),
    mode: 'voice-and-message',
    participants: [
      { identifier: buyer.phone, proxyIdentifier: forBuyer },
      { identifier: seller.phone, proxyIdentifier: forSeller },
    ],
  });
}
