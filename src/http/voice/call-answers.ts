import type { CallOutcome } from '../../masking/incoming-call';
import { noticeAnswer } from '../notices';
import { askForPin } from '../pin-answers';
import type { Answer } from '../runtime';
import { twiml } from '../twiml';
import { type JoinCall, join } from './join';
import { lastWords } from './last-words';

/** Puts the caller through, asks for a PIN, or says why not; a number of our own is refused without a word and without a charge. */
export function callAnswer(outcome: CallOutcome, call: JoinCall): Answer {
  const settings = call.config;
  switch (outcome.kind) {
    case 'joined':
      return twiml(join(outcome, call));
    case 'ended':
    case 'unknown':
      return askForPin(outcome.kind, settings);
    case 'refused':
      if (outcome.reason === 'quota_exceeded') return lastWords('tooMany', settings);
      return outcome.reason === 'paused'
        ? lastWords('paused', settings)
        : noticeAnswer('ended', 'voice', settings);
    case 'own_number':
      return twiml([{ verb: 'Reject' }]);
    case 'quiet_hours':
      return lastWords('quiet', settings);
    case 'store_unavailable':
      return lastWords('unavailable', settings);
  }
}
