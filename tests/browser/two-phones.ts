import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { type Simulator, startSimulator } from '../../simulator';
import { type PhoneUser, phonesPage } from '../../simulator/phones';
import { close, listen } from '../../simulator/server';

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

/** The real simulator with one session between the two, the page, and in place of the Functions a `/connect`. */
export async function startTwoPhones(): Promise<{ simulator: Simulator; stop: () => Promise<unknown> }> {
  const simulator = await startSimulator({ engine: 'embedded', sms: true });
  const functions = connectServer(simulator);
  const functionsUrl = await listen(functions, 0);
  simulator.app.use(
    '/phones',
    await phonesPage({ config: () => ({ functionsUrl, users: [buyer, seller] }) }),
  );
  openSession(simulator);
  return { simulator, stop: () => Promise.all([simulator.stop(), close(functions)]) };
}

/** Answers each ticket with the number that its side dials. */
function connectServer({ numbers }: Simulator) {
  return createServer((request, response) => {
    const isBuyer = request.headers.authorization === `Bearer ${buyer.ticket}`;
    response.writeHead(200, {
      'content-type': 'application/json',
      'access-control-allow-origin': '*',
      'access-control-allow-headers': 'authorization, accept-language',
    });
    response.end(JSON.stringify({ status: 'success', data: { tel: numbers[isBuyer ? 0 : 1] } }));
  });
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
