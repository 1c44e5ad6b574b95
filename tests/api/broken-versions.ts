import type { Schema } from '../../scripts/api-docs/document';

/** What is wrong, the field that an answer is to name, and the parameters. */
type BrokenVersion = [name: string, field: string | undefined, params: object];

/** An example with one thing wrong, once for each rule of its schema. */
export function* brokenVersions(
  { properties = {}, required = [] }: Schema,
  example: object,
): Generator<BrokenVersion> {
  yield ['an unknown parameter', undefined, { ...example, unknown: 1 }];
  for (const [name, schema] of Object.entries(properties)) {
    if (!(name in example)) continue;
    for (const [what, value] of brokenValues(schema))
      yield [`${name} ${what}`, name, { ...example, [name]: value }];
    const { [name]: _, ...rest } = example as Record<string, unknown>;
    if (required.includes(name)) yield [`a request without ${name}`, name, rest];
  }
}

/** Values that a schema refuses, each for one reason. */
function* brokenValues(schema: Schema): Generator<[what: string, value: unknown]> {
  const { type, minimum, maximum, maxLength, maxItems, pattern } = schema;
  if (type !== undefined) yield ['of the wrong type', { $gt: '' }];
  if (maxLength !== undefined) yield [`of ${maxLength + 1} characters`, 'x'.repeat(maxLength + 1)];
  if (maxItems !== undefined) yield [`with ${maxItems + 1} items`, Array(maxItems + 1).fill('x')];
  if (pattern !== undefined) yield ['with a space', 'a b'];
  if (minimum !== undefined) yield ['that is too small', minimum - 1];
  if (maximum !== undefined) yield ['that is too large', maximum + 1];
  if (schema.enum !== undefined || schema.const !== undefined) yield ['that nobody knows', 'unknown'];
}
