import * as v from 'valibot';
import type { Overview } from '../masking/overview';
import { REPORT_STATES, type ReportId, type ReportStore } from '../masking/reports';
import { success } from './answers';
import type { ClientCall } from './client-function';
import { dated } from './dated';
import { userIdSchema } from './fields';
import { readParams } from './params';
import { RequestError } from './request-error';
import type { Answer } from './runtime';

const CURSOR = v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000)), 0);
const REPORT_ID = v.pipe(
  v.string(),
  v.regex(/^rp[\w-]{16}$/),
  v.transform((text) => text as ReportId),
);
/** How the operators call the one who handles a report: a name or an id of their own. */
const HANDLER = v.pipe(v.string(), v.regex(/^[^\p{C}]+$/u), v.maxLength(80));

/** Answers `/ops/sessions`: a page of live sessions and their count. @throws RequestError */
export async function answerSessions({ params, deadline }: ClientCall, overview: Overview): Promise<Answer> {
  const { items, ...rest } = await overview.sessions(readParams({ cursor: CURSOR }, params).cursor, deadline);
  return success({ sessions: items.map(dated), ...rest });
}

/** Answers `/ops/calls`: the log of a pair, of a user, or of all. @throws RequestError */
export async function answerCalls({ params, deadline }: ClientCall, overview: Overview): Promise<Answer> {
  const query = readParams(
    { userId: v.exactOptional(userIdSchema), peerId: v.exactOptional(userIdSchema), cursor: CURSOR },
    params,
  );
  if (query.peerId !== undefined && query.userId === undefined)
    throw new RequestError({ code: 'malformed_request', field: 'userId' });
  const { items, ...rest } = await overview.calls(query, deadline);
  return success({ calls: items.map(dated), ...rest });
}

/** Answers `/ops/pool`: how many numbers there are for what, and whether they run short. @throws RequestError */
export async function answerPool({ params, deadline }: ClientCall, overview: Overview): Promise<Answer> {
  readParams({}, params);
  return success(await overview.pool(deadline));
}

/** Answers `/ops/reports`: `list` by state, `show`, and `update` by a handler. @throws RequestError */
export async function answerReports(
  { params, deadline }: ClientCall,
  reports: Omit<ReportStore, 'file'>,
): Promise<Answer> {
  const { action, reportId, ...request } = readParams(
    {
      action: v.picklist(['list', 'show', 'update']),
      state: v.exactOptional(v.picklist(REPORT_STATES)),
      cursor: CURSOR,
      reportId: v.exactOptional(REPORT_ID),
      handler: v.exactOptional(HANDLER),
    },
    params,
  );
  if (action === 'list') {
    const { state = 'open', cursor } = request;
    const page = await reports.list({ state, cursor }, deadline);
    return success({ ...page, reports: page.reports.map(dated) });
  }
  const id = given(reportId, 'reportId');
  if (action === 'update') {
    const change = { state: given(request.state, 'state'), handler: given(request.handler, 'handler') };
    if (!(await reports.update({ reportId: id, ...change }, deadline))) throw unknownReport();
    return success({ reportId: id, ...change });
  }
  const report = await reports.show(id, deadline);
  if (report === undefined) throw unknownReport();
  return success({ ...dated(report), calls: report.calls.map(dated) });
}

function given<T>(value: T | undefined, field: string): T {
  if (value === undefined) throw new RequestError({ code: 'malformed_request', field });
  return value;
}

function unknownReport(): RequestError {
  return new RequestError({ code: 'unknown_report' });
}
