import * as v from 'valibot';
import { RequestError } from './request-error';

/**
 * Checks the parameters of a request; unknown ones are refused too.
 * @throws RequestError malformed_request, naming the field where it is a known one.
 */
export function readParams<T extends v.ObjectEntries>(
  entries: T,
  params: object,
): v.InferOutput<v.StrictObjectSchema<T, undefined>> {
  const result = v.safeParse(v.strictObject(entries), params);
  if (result.success) return result.output;
  const field = String(result.issues[0].path?.[0]?.key);
  throw new RequestError(
    field in entries ? { code: 'malformed_request', field } : { code: 'malformed_request' },
  );
}
