import * as v from 'valibot';
import { type NewReport, REPORT_REASONS, type ReportId, type ReportOutcome } from '../masking/reports';
import { failure, success } from './answers';
import { twoUsers } from './blocks';
import type { ClientCall } from './client-function';
import { userIdSchema } from './fields';
import { log } from './log';
import { readParams } from './params';
import type { Answer } from './runtime';

const LONGEST_TEXT = 1_000;

/** At most 1,000 characters, as people count them; a blank text is none. */
const words = v.pipe(
  v.string(),
  v.check((text) => [...text].length <= LONGEST_TEXT),
  v.transform((text) => text.trim()),
);
/** A form has no booleans. */
const YES_OR_NO = v.union([
  v.boolean(),
  v.pipe(
    v.picklist(['true', 'false']),
    v.transform((text) => text === 'true'),
  ),
]);
const REPORT = {
  reason: v.picklist(REPORT_REASONS),
  text: v.optional(words, ''),
  block: v.optional(YES_OR_NO, false),
};

/** Reads `reason`, `text` and `block`, and from a backend `userId` and `peerId`. @throws RequestError */
export function readReport({ caller, params }: ClientCall, reportId: ReportId): NewReport {
  const { text, ...report } =
    caller.kind === 'ticket'
      ? { ...readParams(REPORT, params), userId: caller.ticket.sub, peerId: caller.ticket.peer.sub }
      : readParams({ ...REPORT, userId: userIdSchema, peerId: userIdSchema }, params);
  const { userId, peerId } = twoUsers(report);
  return { ...report, userId, peerId, reportId, ...(text !== '' && { text }) };
}

/** What the user is told, and the log: never a word of the report. */
export function reportAnswer(
  outcome: ReportOutcome,
  { reportId, block }: NewReport,
  { language, requestId }: ClientCall,
): Answer {
  if (outcome.kind === 'too_many') {
    return failure({ code: 'too_many_reports', retryAfterSeconds: outcome.retryAfterSeconds }, language);
  }
  log({ event: 'reported', requestId });
  return success({ reportId, blocked: block });
}
