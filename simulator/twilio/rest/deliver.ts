import type { IncomingMessage, ServerResponse } from 'node:http';
import { finished } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultRule } from '../faults';
import { TwilioError } from '../twilio-error';
import { type Answer, errorAnswer } from './answer';

/** What a client is sent in place of JSON by the fault `malformed`. */
const NOT_JSON = '<html><body>Bad gateway</body></html>';

/** Hears the HTTP status, 0 for none, and a note, just before the client does: what it was told is in the log by then. */
export type Recorder = (status: number, note: string) => void;

/**
 * Answers a request, or fails to, as the fault wants.
 * @param perform does what was asked; not called where the fault prevents it.
 */
export async function deliver(
  response: ServerResponse,
  fault: FaultRule | undefined,
  perform: () => Promise<Answer>,
  record: Recorder,
): Promise<void> {
  if (fault?.effect === 'hang') return record(0, 'fault: hang');
  if (fault?.effect === 'reset-before') return reset(response, 'fault: reset-before', record);
  if (fault?.effect === 'error') {
    await readToTheEnd(response.req);
    return sendFault(response, fault, record);
  }
  if (fault?.effect === 'delay') await sleep(fault.ms ?? 0);
  const answer = await perform();
  answer.done?.();
  if (fault?.effect === 'reset-after') return reset(response, `${answer.note}, fault: reset-after`, record);
  if (fault?.effect !== 'malformed') return send(response, answer, record);
  record(200, `${answer.note}, fault: malformed`);
  sendText(response, 200, fault.body ?? NOT_JSON);
}

/** Whoever is answered in the middle of an upload sees a broken pipe instead of the answer. */
async function readToTheEnd(request: IncomingMessage): Promise<void> {
  if (request.complete || request.destroyed) return;
  await finished(request.resume()).catch(() => undefined);
}

function send(response: ServerResponse, { status, body, headers, note }: Answer, record: Recorder): void {
  record(response.destroyed ? 0 : status, note);
  if (body === undefined) response.writeHead(status, { ...headers }).end();
  else sendText(response, status, JSON.stringify(body), headers);
}

function sendText(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Answer['headers'] = {},
): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(text);
}

function reset(response: ServerResponse, note: string, record: Recorder): void {
  record(0, note);
  response.socket?.resetAndDestroy();
}

function sendFault(response: ServerResponse, fault: FaultRule, record: Recorder): void {
  const { status = 500, code = 20500, retryAfterSeconds } = fault;
  const headers = retryAfterSeconds === undefined ? {} : { 'Retry-After': String(retryAfterSeconds) };
  const answer = errorAnswer(new TwilioError(status, code, 'Injected fault'), 'fault: error');
  record(status, answer.note);
  sendText(response, status, fault.body ?? JSON.stringify(answer.body), headers);
}
