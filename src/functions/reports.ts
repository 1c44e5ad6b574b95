import { clientFunction } from '../http/client-function';
import { readReport, reportAnswer } from '../http/reports';
import { fileReport } from '../masking/reports';
import { newReportId, reportStore, sessionStore, switchboard } from '../wiring';

/** Takes a user's report about a partner, and blocks the partner if the user wants so. */
export const handler = clientFunction('connect', async (call) => {
  const { config, deadline } = call;
  const report = readReport(call, newReportId());
  const outcome = await fileReport(report, {
    reports: reportStore(config),
    store: sessionStore(config),
    switchboard: switchboard(config),
    deadline,
  });
  return reportAnswer(outcome, report, call);
});
