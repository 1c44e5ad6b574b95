import type { Config } from '../../config';
import { say } from '../notices';
import type { Answer } from '../runtime';
import { twiml, type Verb } from '../twiml';
import type { WebhookCall } from '../webhook-function';
import { lastWords } from './last-words';
import { lastMinute, type WordSettings } from './words';

const LAST_SECONDS = 60;
/** Kept of the last minute for the sentence itself and for what is under way, so that a call never lasts longer than its limit. */
const SPARE_SECONDS = 10;
/** Less than this is no minute any more: the call then ends without a warning. */
const LEAST_SECONDS = 40;
/** A shorter call is told its limit when it begins, and that is soon enough. */
const LEAST_MINUTES = 3;
/** By this much the partner's side of the room may end before the caller's. */
const TOLERANCE_MS = 3_000;

/** In the URL asked after the last minute: when it is over, in milliseconds since the epoch. */
export const ROOM_ENDS = 'roomEndsAt';

type LimitSettings = Pick<Config, 'CALL_LIMIT_MINUTES'>;
type RoomSettings = WordSettings & LimitSettings;

/** Whether calls are warned a minute before their end. */
export function warnsOfEnd({ QSTASH_TOKEN, CALL_LIMIT_MINUTES }: Config): boolean {
  return QSTASH_TOKEN !== undefined && CALL_LIMIT_MINUTES >= LEAST_MINUTES;
}

/** How long after the answer the warning is due, in seconds. */
export function warningAfterSeconds({ CALL_LIMIT_MINUTES }: LimitSettings): number {
  return CALL_LIMIT_MINUTES * 60 - LAST_SECONDS;
}

/** How long after the answer it is too late for it, in milliseconds. */
export function latestWarningMs({ CALL_LIMIT_MINUTES }: LimitSettings): number {
  return (CALL_LIMIT_MINUTES * 60 - LEAST_SECONDS) * 1000;
}

/** What the called phone is sent to: the warning, and the room where its caller comes too. Ends with it. */
export function partnersRoom(interactionId: string, settings: RoomSettings, answeredAtMs: number): string {
  const seconds = secondsLeft(settings, answeredAtMs, Date.now());
  return String(twiml(room(interactionId, settings, { timeLimit: String(seconds) })).body);
}

/** The caller hears the same, and finds the partner in the room. */
export function followPartner({ params, config }: WebhookCall, answeredAtMs: number): Answer {
  const nowMs = Date.now();
  const seconds = secondsLeft(config, answeredAtMs, nowMs);
  const action = `after-dial?${ROOM_ENDS}=${nowMs + seconds * 1000}`;
  return twiml(room(params.get('CallSid'), config, { timeLimit: String(seconds), action, method: 'POST' }));
}

/** The room is empty: because the time is up, which the caller hears, or because the partner hung up. */
export function afterLastMinute({ params, config }: WebhookCall): Answer {
  const isOver = Number(params.get(ROOM_ENDS)) <= Date.now() + TOLERANCE_MS;
  return isOver ? lastWords('limitReached', config) : twiml([{ verb: 'Hangup' }]);
}

function secondsLeft({ CALL_LIMIT_MINUTES }: LimitSettings, answeredAtMs: number, nowMs: number): number {
  const untilLimit = CALL_LIMIT_MINUTES * 60 - Math.ceil((nowMs - answeredAtMs) / 1000);
  return Math.max(1, Math.min(LAST_SECONDS, untilLimit) - SPARE_SECONDS);
}

/**
 * Whoever leaves it ends it for both; nothing is played to whoever waits.
 * @see https://www.twilio.com/docs/voice/twiml/conference
 */
function room(name: string, settings: WordSettings, dial: Readonly<Record<string, string>>): Verb[] {
  const attributes = { beep: 'false', waitUrl: '', endConferenceOnExit: 'true' };
  const conference = { verb: 'Conference', attributes, text: name };
  const words = say(lastMinute(settings), settings.NOTICE_LANGUAGE);
  return [words, { verb: 'Dial', attributes: dial, children: [conference] }];
}
