import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultRule } from '../faults';
import { TwilioError } from '../twilio-error';
import { type Answer, errorAnswer } from './answer';

/** What a client is sent in place of JSON by the fault `malformed`. */
const NOT_JSON = '<html><body>Bad gateway</body></html>';

/**
 * Answers a request, or fails to, as the fault wants.
 * @param perform does what was asked; not called where the fault prevents it.
 * @returns a note for the log.
 */
export async function deliver(
  response: ServerResponse,
  fault: FaultRule | undefined,
  perform: () => Promise<Answer>,
): Promise<string> {
  if (fault?.effect === 'hang') return 'fault: hang';
  if (fault?.effect === 'reset-before') return reset(response, 'fault: reset-before');
  if (fault?.effect === 'error') return sendFault(response, fault);
  if (fault?.effect === 'delay') await sleep(fault.ms ?? 0);
  const answer = await perform();
  if (fault?.effect === 'reset-after') return reset(response, `${answer.note}, fault: reset-after`);
  if (fault?.effect !== 'malformed') return send(response, answer);
  sendText(response, 200, fault.body ?? NOT_JSON);
  return `${answer.note}, fault: malformed`;
}

function send(response: ServerResponse, { status, body, headers, note }: Answer): string {
  if (body === undefined) response.writeHead(status, { ...headers }).end();
  else sendText(response, status, JSON.stringify(body), headers);
  return note;
}

function sendText(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Answer['headers'] = {},
): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(text);
}

function reset(response: ServerResponse, note: string): string {
  response.socket?.resetAndDestroy();
  return note;
}

function sendFault(response: ServerResponse, fault: FaultRule): string {
  const { status = 500, code = 20500, retryAfterSeconds } = fault;
  const headers = retryAfterSeconds === undefined ? {} : { 'Retry-After': String(retryAfterSeconds) };
  const answer = errorAnswer(new TwilioError(status, code, 'Injected fault'), 'fault: error');
  sendText(response, status, fault.body ?? JSON.stringify(answer.body), headers);
  return answer.note;
}
