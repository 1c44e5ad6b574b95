import type { Config } from '../../config';
import { dial, type Joining } from '../dial';
import { say } from '../notices';
import type { Verb } from '../twiml';
import { announcement, type WordSettings } from './words';

/** The settings that joining a call depends on. */
export type JoinSettings = WordSettings & Pick<Config, 'RING_SECONDS'>;

const SECONDS_PER_MINUTE = 60;

/** Whoever answers hears the whisper first. */
const CALLED_PHONE = {
  url: 'whisper',
  method: 'POST',
  statusCallback: 'status',
  statusCallbackEvent: 'answered completed',
  statusCallbackMethod: 'POST',
} as const;

/** Tells the caller what comes, and rings the partner. URLs are relative: all Functions of this switchboard's calls lie in one folder. */
export function join(joining: Joining, settings: JoinSettings): Verb[] {
  const timeLimitSeconds = settings.CALL_LIMIT_MINUTES * SECONDS_PER_MINUTE;
  return [
    say(announcement(settings), settings.NOTICE_LANGUAGE),
    dial(joining, settings, { action: 'after-dial', timeLimitSeconds, number: CALLED_PHONE }),
  ];
}
