/**
 * The part of OpenAPI 3.1 that `docs/api.yaml` uses, as JSON Schema: stricter than the specification, since it names every field that
 * may be there, and asks for both languages beside every text.
 * @see https://spec.openapis.org/oas/v3.1.1.html
 */
const text = { type: 'string', minLength: 1 };
const reference = object({ $ref: { type: 'string', pattern: '^#/components/[a-zA-Z]+/[\\w]+$' } }, ['$ref']);
const described = {
  summary: text,
  description: text,
  'x-ja': { type: 'string', pattern: '[\\u3040-\\u30ff\\u4e00-\\u9fff]' },
};
/** Every field of the described kind; English needs Japanese and the other way round. */
function object(properties: object, required: readonly string[] = []) {
  return {
    type: 'object',
    properties,
    required,
    additionalProperties: false,
    dependentRequired: { summary: ['x-ja'], description: ['x-ja'] },
  };
}
const map = (values: object, names = '.') => ({
  type: 'object',
  patternProperties: { [names]: values },
  additionalProperties: false,
});
const list = (items: object) => ({ type: 'array', items, minItems: 1 });
const orReference = (schema: object) => ({
  if: { type: 'object', required: ['$ref'] },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: reference,
  else: schema,
});

/** What a validator for JSON Schema 2020-12 checks by itself. */
const schema = { type: 'object' };
const header = object({ ...described, required: { const: true }, schema }, ['description', 'schema']);
const parameter = object(
  {
    ...described,
    name: text,
    in: { enum: ['header', 'query', 'path'] },
    required: { const: true },
    schema,
    example: true,
  },
  ['name', 'in', 'description', 'schema'],
);
const content = map(
  object({ schema, examples: map(object({ ...described, value: true }, ['value'])) }, ['schema']),
  '^(application|text)/[a-z-]+$',
);
const response = object({ ...described, headers: map(orReference(header)), content }, [
  'description',
  'headers',
]);
const operation = object(
  {
    ...described,
    operationId: { type: 'string', pattern: '^[a-z][A-Za-z]*$' },
    tags: list(text),
    'x-scope': { enum: ['connect', 'screen', 'ops'] },
    externalDocs: object({ url: { type: 'string', format: 'uri' } }, ['url']),
    security: { type: 'array', items: map({ type: 'array', maxItems: 0 }) },
    parameters: list(orReference(parameter)),
    requestBody: object({ ...described, required: { type: 'boolean' }, content }, ['required', 'content']),
    responses: { ...map(orReference(response), '^[2-5]\\d\\d$'), minProperties: 1 },
  },
  ['operationId', 'summary', 'tags', 'security', 'responses'],
);
const securityScheme = object(
  {
    ...described,
    type: { enum: ['http', 'apiKey'] },
    scheme: { const: 'bearer' },
    bearerFormat: text,
    in: { const: 'header' },
    name: text,
  },
  ['type', 'description'],
);

export const openApi = object(
  {
    openapi: { const: '3.1.0' },
    info: object(
      {
        ...described,
        title: text,
        version: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+$' },
        license: object({ name: text, identifier: text }, ['name']),
      },
      ['title', 'version'],
    ),
    servers: list(
      object({ ...described, url: text, variables: map(object({ default: text }, ['default'])) }, ['url']),
    ),
    tags: list(object({ ...described, name: text }, ['name', 'description'])),
    paths: map(map(operation, '^(get|post|put|delete)$'), '^/'),
    components: object({
      securitySchemes: map(securityScheme),
      parameters: map(parameter),
      headers: map(header),
      responses: map(response),
      schemas: map(orReference(schema)),
    }),
  },
  ['openapi', 'info', 'paths', 'components'],
);
