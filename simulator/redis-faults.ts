import { json, type RequestHandler, Router } from 'express';
import * as v from 'valibot';
import type { Faults } from './upstash';

const RedisFault = v.strictObject({
  match: v.exactOptional(
    v.strictObject({ command: v.exactOptional(v.string()), path: v.exactOptional(v.string()) }),
  ),
  effect: v.picklist([
    'delay',
    'error',
    'reset-before',
    'reset-after',
    'hang',
    'malformed',
    'readonly',
    'oom',
  ]),
  times: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  probability: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  ms: v.exactOptional(v.pipe(v.number(), v.minValue(0))),
  status: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(400), v.maxValue(599))),
  body: v.exactOptional(v.string()),
  retryAfterSeconds: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0))),
});

/**
 * Lets the one `/_faults` serve both stand-ins: `POST` with `target: "redis"` and `GET ?target=redis` are answered here,
 * everything else (`target: "twilio"` is the default) goes on to the simulated Twilio. `DELETE` clears both.
 */
export function redisFaultsRouter(faults: Faults): Router {
  const router = Router();
  const add = addTo(faults);
  router.get('/_faults', (request, response, next) => {
    if (request.query.target !== 'redis') return next();
    response.json({ faults: faults.list() });
  });
  router.post('/_faults', json(), (request, response, next) => {
    const { target = 'twilio', ...rule } = request.body ?? {};
    request.body = rule;
    if (target === 'twilio') return next();
    if (target === 'redis') add(request, response, next);
    else response.status(400).json({ error: 'target: must be twilio or redis' });
  });
  router.delete('/_faults', (_request, _response, next) => {
    faults.clear();
    next();
  });
  return router;
}

function addTo(faults: Faults): RequestHandler {
  return (request, response) => {
    const rule = v.safeParse(RedisFault, request.body);
    if (rule.success) {
      faults.add(rule.output);
      response.status(201).json(rule.output);
    } else {
      const [issue] = rule.issues;
      response.status(400).json({ error: `${v.getDotPath(issue) ?? 'body'}: ${issue.message}` });
    }
  };
}
