import type { Fields } from './fields';
import { participantsParams } from './proxy/participant-params';

/**
 * The identifiers that requests under way are making participants of. While one is, Proxy refuses every other request for
 * it with 409: https://www.twilio.com/docs/api/errors/80623
 */
export class InFlight {
  readonly #identifiers = new Set<string>();

  /** Marks the identifiers; the returned function frees them. `undefined` where one of them is marked already. */
  enter(identifiers: readonly string[]): (() => void) | undefined {
    if (identifiers.some((identifier) => this.#identifiers.has(identifier))) return undefined;
    for (const identifier of identifiers) this.#identifiers.add(identifier);
    return () => {
      for (const identifier of identifiers) this.#identifiers.delete(identifier);
    };
  }
}

/** The identifiers that a request makes participants of; none for most operations. */
export function identifiersOf(operationId: string, body: Fields): string[] {
  if (operationId === 'CreateParticipant') return [body.text('Identifier') ?? ''];
  if (operationId !== 'CreateSession') return [];
  const params = participantsParams(body.texts('Participants') ?? []);
  return Array.isArray(params) ? params.map(({ identifier }) => identifier) : [];
}
