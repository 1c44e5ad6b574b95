import type { InteractionReport } from '../../masking/ports';
import { wasReached } from '../dial-report';
import { farewell } from '../notices';
import type { Answer } from '../runtime';
import { twiml } from '../twiml';
import { type CallNotice, callNotice, type WordSettings } from './words';

/** A notice, and the end of the call. */
export function lastWords(notice: CallNotice, settings: WordSettings): Answer {
  return twiml(farewell(callNotice(notice, settings), settings.NOTICE_LANGUAGE));
}

/** The end of a call whose <Dial> is over, with a word for a caller who reached nobody. */
export function callEnded(report: InteractionReport, settings: WordSettings): Answer {
  return wasReached(report) ? twiml([{ verb: 'Hangup' }]) : lastWords('notReached', settings);
}
