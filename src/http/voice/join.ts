import type { Config } from '../../config';
import { dial, type Joining } from '../dial';
import { say } from '../notices';
import { reportUrl } from '../report-url';
import type { Verb } from '../twiml';
import { announcement, type WordSettings } from './words';

/** The settings that joining a call depends on. */
export type JoinSettings = WordSettings & Pick<Config, 'RING_SECONDS'>;

const SECONDS_PER_MINUTE = 60;

/** What joining a call needs of the webhook that asks for it. */
export interface JoinCall {
  readonly config: JoinSettings;
  readonly baseUrl: string;
}

/** Tells the caller what comes, and rings the partner; who answers hears the whisper first. */
export function join(joining: Joining, { config, baseUrl }: JoinCall): Verb[] {
  const number = {
    url: 'whisper',
    method: 'POST',
    statusCallback: reportUrl(baseUrl, '/voice/status'),
    statusCallbackEvent: 'answered completed',
    statusCallbackMethod: 'POST',
  };
  const timeLimitSeconds = config.CALL_LIMIT_MINUTES * SECONDS_PER_MINUTE;
  return [
    say(announcement(config), config.NOTICE_LANGUAGE),
    dial(joining, config, { action: 'after-dial', timeLimitSeconds, number }),
  ];
}
