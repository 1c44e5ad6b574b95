import { json, Router } from 'express';
import * as v from 'valibot';
import type { Faults } from '../faults';
import type { Log } from '../log';

const Count = v.pipe(v.number(), v.integer(), v.minValue(1));
const Regex = v.pipe(v.string(), v.check(isExpression, 'is not a regular expression'));

const FaultBody = v.strictObject({
  match: v.optional(
    v.strictObject({ host: v.optional(v.string()), method: v.optional(v.string()), path: v.optional(Regex) }),
    {},
  ),
  effect: v.picklist(['delay', 'error', 'reset-before', 'reset-after', 'hang', 'malformed']),
  times: v.optional(Count),
  probability: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  ms: v.optional(v.pipe(v.number(), v.minValue(0))),
  status: v.optional(v.pipe(v.number(), v.integer(), v.minValue(400), v.maxValue(599))),
  code: v.optional(v.number()),
  retryAfterSeconds: v.optional(v.pipe(v.number(), v.minValue(0))),
  body: v.optional(v.string()),
});

const LogQuery = v.object({
  since: v.optional(v.pipe(v.string(), v.digits(), v.transform(Number))),
  kind: v.optional(v.picklist(['rest', 'webhook', 'redis', 'qstash', 'phone'])),
});

/** `GET /_log?since=n&kind=rest` and `GET`, `POST`, `DELETE /_faults`: what tests and onlookers use over HTTP. */
export function controlRouter({ log, faults }: { log: Log; faults: Faults }): Router {
  const router = Router();
  router.get('/_log', (request, response) => {
    const query = v.safeParse(LogQuery, request.query);
    if (!query.success) response.status(400).json({ error: messageOf(query.issues) });
    else response.json({ lastId: log.lastId, entries: log.entries(query.output) });
  });
  router.get('/_faults', (_request, response) => void response.json({ faults: faults.list() }));
  router.post('/_faults', json(), (request, response) => {
    const rule = v.safeParse(FaultBody, request.body);
    if (rule.success) response.status(201).json(faults.add(rule.output));
    else response.status(400).json({ error: messageOf(rule.issues) });
  });
  router.delete('/_faults', (_request, response) => {
    faults.clear();
    response.status(204).end();
  });
  return router;
}

function isExpression(source: string): boolean {
  try {
    return Boolean(new RegExp(source));
  } catch {
    return false;
  }
}

function messageOf([issue]: [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string {
  return `${v.getDotPath(issue) ?? 'body'}: ${issue.message}`;
}
