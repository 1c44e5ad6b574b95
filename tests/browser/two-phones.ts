import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
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

export interface TwoPhones {
  simulator: Simulator;
  functionsUrl: string;
  stop: () => Promise<unknown>;
}

/** The real simulator with one session between the two, the page, and in place of the Functions `/connect` and `/whisper`. */
export async function startTwoPhones(): Promise<TwoPhones> {
  const simulator = await startSimulator({ engine: 'embedded', sms: true, plainNumbers: 1 });
  const functions = connectServer(simulator);
  const functionsUrl = await listen(functions, 0);
  simulator.app.use(
    '/phones',
    await phonesPage({ config: () => ({ functionsUrl, users: [buyer, seller] }) }),
  );
  openSession(simulator);
  return { simulator, functionsUrl, stop: () => Promise.all([simulator.stop(), close(functions)]) };
}

const whisper = '<Response><Say language="ja-JP">マーケットからのお電話です。</Say></Response>';

/** Answers each ticket with the number that its side dials, and a phone that was called with what it is to hear. */
function connectServer({ numbers }: Simulator) {
  return createServer((request, response) => {
    if (request.url === '/whisper') {
      response.writeHead(200, { 'content-type': 'text/xml' }).end(whisper);
      return;
    }
    const isBuyer = request.headers.authorization === `Bearer ${buyer.ticket}`;
    response.writeHead(200, {
      'content-type': 'application/json',
      'access-control-allow-origin': '*',
      'access-control-allow-headers': 'authorization, accept-language',
    });
    if (request.url !== '/connect') {
      answerSafety(request, response);
      return;
    }
    response.end(JSON.stringify({ status: 'success', data: { tel: numbers[isBuyer ? 0 : 1] } }));
  });
}

/** `/blocks` and `/reports`, which take what they are told. */
async function answerSafety(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  const fields = new URLSearchParams(body);
  const isRefused = fields.get('text') === 'refuse';
  const data = fields.get('action') === 'list' ? { blocks: [] } : { blocked: fields.get('action') === 'add' };
  response.end(
    JSON.stringify(
      isRefused ? { status: 'error', message: '通報の回数が上限' } : { status: 'success', data },
    ),
  );
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
