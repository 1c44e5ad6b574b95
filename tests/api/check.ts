import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import formats from 'ajv-formats';
import type { Content, Header, Operation, Response, Schema } from '../../scripts/api-docs/document';
import type { Outcome } from '../functions/support';

const ajv = new Ajv2020({ allErrors: true, strictRequired: false, allowUnionTypes: true });
formats(ajv);
ajv.addVocabulary(['x-ja', 'x-status', 'x-retry-after', 'x-credential']);
const compiled = new Map<Schema, ValidateFunction>();

/** What a schema refuses of a value, in words. */
export function violations(schema: Schema, value: unknown): string[] {
  const validate = compiled.get(schema) ?? ajv.compile(schema);
  compiled.set(schema, validate);
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`.trim());
}

/** Of a schema that offers several forms, the one that a value has. */
export function formOf(schema: Schema, value: unknown): Schema {
  return schema.oneOf?.find((form) => violations(form, value).length === 0) ?? schema;
}

/** Where an answer differs from what the document says of the operation; empty when it does not. */
export function differences(operation: Operation, { status, headers, json, text }: Outcome): string[] {
  const response = operation.responses[status];
  if (response === undefined) return [`status ${status} is not documented`];
  // The runtime's Response always has a list of cookies; nobody is given one here.
  const { 'Content-Type': type, 'Set-Cookie': cookies, ...rest } = headers;
  return [
    ...(Array.isArray(cookies) && cookies.length > 0 ? ['a cookie is set'] : []),
    ...headerDifferences(response, rest),
    ...retryDifferences(response, json.code, rest['Retry-After']),
    ...bodyDifferences(response.content ?? {}, String(type), Object.keys(json).length > 0 ? json : text),
  ];
}

function headerDifferences({ headers = {} }: Response, given: Outcome['headers']): string[] {
  const unknown = Object.keys(given).filter((name) => !(name in headers));
  return [
    ...unknown.map((name) => `header ${name} is not documented`),
    ...Object.entries(headers).flatMap(([name, header]) => headerDifference(name, header, given[name])),
  ];
}

function headerDifference(name: string, { required, schema }: Header, value: unknown): string[] {
  if (value === undefined) return required ? [`header ${name} is missing`] : [];
  const typed = schema.type === 'integer' ? Number(value) : value;
  return violations(schema, typed).map((problem) => `header ${name} ${problem}`);
}

function retryDifferences({ content }: Response, code: unknown, retryAfter: unknown): string[] {
  const schema = content?.['application/json']?.schema;
  const error = (schema?.oneOf ?? [schema]).find((one) => one?.properties?.code?.const === code);
  const rule = error?.['x-retry-after'] ?? 'never';
  if (rule === 'always' && retryAfter === undefined) return [`${code} comes without Retry-After`];
  if (rule === 'never' && retryAfter !== undefined) return [`${code} comes with Retry-After`];
  return [];
}

function bodyDifferences(content: Content, type: string, body: unknown): string[] {
  const schema = content[type]?.schema;
  if (schema === undefined) return [`content type ${type} is not documented`];
  return violations(schema, body).map((problem) => `body ${problem}`);
}
