import express, { type ErrorRequestHandler, type RequestHandler, Router } from 'express';
import type { Log } from '../log';
import type { E164 } from '../model';
import { eventStream } from './events';
import type { Handset } from './handset';
import { PhoneError } from './phone-error';
import type { HandsetState } from './state';

/** The phones that the interface controls. */
export interface Phones {
  handset(number: E164): Handset;
  handsets: Handset[];
  /** Whether the number can be a phone at all: E.164, and none of the account's. */
  isHandset(number: string): number is E164;
  subscribe(listener: (state: HandsetState) => void): () => void;
}

class BadRequest extends Error {}

type Command = (handset: Handset, body: Readonly<Record<string, unknown>>) => object;

const commands: Readonly<Record<string, Command>> = {
  call: (handset, body) => handset.call(text(body, 'to'), { withhold: body.withhold === true }),
  answer: stateAfter((handset) => handset.answer()),
  decline: stateAfter((handset) => handset.decline()),
  hangup: stateAfter((handset) => handset.hangUp()),
  press: stateAfter((handset, body) => handset.press(text(body, 'digits'))),
  say: stateAfter((handset, body) => handset.say(text(body, 'words'))),
  text: (handset, body) => {
    const media = list(body, 'media');
    const words = media.length > 0 && body.body === undefined ? '' : text(body, 'body');
    return handset.text(text(body, 'to'), words, media);
  },
};

/**
 * The handsets over HTTP, to be mounted under `/_phones`:
 * `POST /{e164}/call {to, withhold?}` gives `{callSid}`; `/answer`, `/decline`, `/hangup`, `/press {digits}` and
 * `/say {words}` give the state; `/text {to, body?, media?}` gives the text, `media` being types such as image/jpeg; `GET /{e164}` gives the state (HandsetState), `GET /` all of them, and
 * `GET /events` server-sent events. Errors are `{message}`: 400 malformed, 404 no such phone or command, 409 not
 * possible now, with the `problem`.
 */
export function phonesRouter(phones: Phones, log: Pick<Log, 'subscribe'>): Router {
  const router = Router();
  router.use(express.json());
  router.get('/', (_request, response) => void response.json(phones.handsets.map((phone) => phone.state())));
  router.get('/events', eventStream(phones, log));
  router.get(
    '/:number',
    withHandset(phones, (handset) => handset.state()),
  );
  router.post('/:number/:command', withHandset(phones, run));
  router.use(answerError);
  return router;
}

type Action = (handset: Handset, command: string, body: unknown) => object | undefined;

const run: Action = (handset, command, body) => {
  const fields = typeof body === 'object' && body !== null ? { ...body } : {};
  return Object.hasOwn(commands, command) ? commands[command]?.(handset, fields) : undefined;
};

function withHandset(phones: Phones, action: Action): RequestHandler<{ number: string; command?: string }> {
  return (request, response) => {
    const { number, command = '' } = request.params;
    const answer = phones.isHandset(number)
      ? action(phones.handset(number), command, request.body)
      : undefined;
    if (answer) response.json(answer);
    else response.status(404).json({ message: 'There is no such phone or command.' });
  };
}

function stateAfter(act: (...parameters: Parameters<Command>) => void): Command {
  return (handset, body) => {
    act(handset, body);
    return handset.state();
  };
}

function text(body: Readonly<Record<string, unknown>>, name: string): string {
  const value = body[name];
  if (typeof value !== 'string' || value === '') throw new BadRequest(`"${name}" is missing.`);
  return value;
}

function list(body: Readonly<Record<string, unknown>>, name: string): string[] {
  const value = body[name] ?? [];
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) {
    throw new BadRequest(`"${name}" is not a list of texts.`);
  }
  return value;
}

const answerError: ErrorRequestHandler = (error, _request, response, next) => {
  if (error instanceof PhoneError)
    response.status(409).json({ problem: error.problem, message: error.message });
  else if (error instanceof BadRequest) response.status(400).json({ message: error.message });
  else if (error instanceof SyntaxError) response.status(400).json({ message: 'The body is not JSON.' });
  else next(error);
};
