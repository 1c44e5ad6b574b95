import { codesOf, type Operation, operationsOf, readDocument } from '../../scripts/api-docs/document';
import { repertoires } from './plays';
import type { Repertoire } from './plays/play';

/** Every operation of `docs/api.yaml` with its path, as `describe.each` takes it. */
export const operations = operationsOf(readDocument()).map(
  (operation) => [operation.path, operation] as const,
);

/** `200`, `409 in_progress`: what the document says that the operation answers. */
export function answersOf({ responses }: Operation): string[] {
  return Object.entries(responses).flatMap(([status, response]) => {
    const codes = codesOf(response);
    return codes.length === 0 ? [status] : codes.map((code) => `${status} ${code}`);
  });
}

/** @throws Error where nothing drives the operation. */
export function repertoireOf({ operationId }: Operation): Repertoire {
  const repertoire = repertoires[operationId];
  if (repertoire === undefined) throw new Error(`tests/api/plays drives nothing for ${operationId}`);
  return repertoire;
}
