import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { inProject } from '../../scripts/project';
import { payloadOf } from '../../src/events/webhook-receiver';
import type { ServiceEvent } from '../../src/masking/events';

interface EventSchema {
  readonly oneOf: readonly { readonly title: string; readonly properties: { readonly data: object } }[];
}

/** The published description of events. */
export const eventSchema = JSON.parse(
  readFileSync(inProject('docs', 'events.schema.json'), 'utf8'),
) as EventSchema;

/** The same, but nothing may be told that it does not name. */
const strict = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true });
addFormats(strict);
const isDescribed = strict.compile({
  ...eventSchema,
  oneOf: eventSchema.oneOf.map((one) => ({
    ...one,
    properties: { ...one.properties, data: { ...one.properties.data, additionalProperties: false } },
  })),
});

/** Why an event is not as published, one sentence each; empty when it is. */
export function undescribedIn(event: ServiceEvent): string[] {
  if (isDescribed(payloadOf(event))) return [];
  return (isDescribed.errors ?? []).map(
    ({ instancePath, message }) => `${event.type}${instancePath} ${message}`,
  );
}
