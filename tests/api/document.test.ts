import { relative } from 'node:path';
import { version } from '../../package.json';
import {
  codesOf,
  errorSchemas,
  operationsOf,
  readDocument,
  readRawDocument,
  type Schema,
} from '../../scripts/api-docs/document';
import { inProject } from '../../scripts/project';
import { functionOf } from '../../simulator/edge/routes';
import { filesBelow } from '../../simulator/files';
import { type ErrorCode, errors } from '../../src/http/messages';
import { violations } from './check';
import { openApi } from './openapi';

const document = readDocument();
const operations = operationsOf(document);
const errorsByCode = errorSchemas(document);

describe('docs/api.yaml', () => {
  it('is an OpenAPI 3.1 document with every text in both languages', () => {
    expect(violations(openApi as Schema, readRawDocument())).toEqual([]);
  });

  it('has schemas that a strict validator takes', () => {
    for (const schema of Object.values(document.components.schemas))
      expect(() => violations(schema, undefined)).not.toThrow();
  });

  it('says everything in both languages, deep inside schemas too', () => {
    expect(oneLanguageOnly(readRawDocument())).toEqual([]);
  });

  it('has the version of the package', () => expect(document.info.version).toBe(version));

  it('gives every operation an id of its own', () => {
    const ids = operations.map(({ operationId }) => operationId);
    expect([...new Set(ids)]).toEqual(ids);
  });

  it('uses every component', () => {
    const text = JSON.stringify(readRawDocument());
    const { securitySchemes, ...components } = (readRawDocument() as { components: Record<string, object> })
      .components;
    const references = Object.entries(components).flatMap(([kind, members]) =>
      Object.keys(members).map((name) => `#/components/${kind}/${name}`),
    );
    expect(references.filter((reference) => !text.includes(`"${reference}"`))).toEqual([]);
    const used = operations.flatMap(({ security }) => security.flatMap((one) => Object.keys(one)));
    expect(Object.keys(securitySchemes ?? {}).sort()).toEqual([...new Set(used)].sort());
  });

  it('has examples that fit their schemas', () => {
    const contents = operations.flatMap(({ requestBody, responses }) => [
      requestBody?.content ?? {},
      ...Object.values(responses).map(({ content }) => content ?? {}),
    ]);
    for (const { schema, examples = {} } of contents.flatMap((content) => Object.values(content))) {
      for (const { value } of Object.values(examples)) expect(violations(schema, value)).toEqual([]);
    }
  });
});

describe('the code and docs/api.yaml', () => {
  it('have the same URLs, protected where Twilio alone calls', () => {
    const root = inProject('src', 'functions');
    const functions = filesBelow(root).map((file) => functionOf(relative(root, file).replace(/ts$/, 'js')));
    const inCode = functions.map(({ path, access }): [string, boolean] => [path, access === 'protected']);
    const documented = operations.map(({ path, tags }): [string, boolean] => [path, tags.includes('twilio')]);
    expect(Object.fromEntries(documented)).toEqual(Object.fromEntries(inCode));
  });

  it('have the same error codes', () => {
    expect(Object.keys(errorsByCode).sort()).toEqual(Object.keys(errors).sort());
  });

  it.each(Object.keys(errors) as ErrorCode[])('say the same of %s', (code) => {
    const { status, text } = errors[code];
    const { 'x-status': documented, properties } = errorsByCode[code] ?? {};
    expect(documented).toBe(status);
    expect(properties?.code).toEqual({ const: code });
    expect(properties?.message?.enum).toEqual([text.ja, text.en]);
  });

  it('answer each code with its status, and each somewhere', () => {
    const answered = operations.flatMap(({ responses }) =>
      Object.entries(responses).flatMap(([status, response]) =>
        codesOf(response).map((code) => [code, Number(status)] as const),
      ),
    );
    for (const [code, status] of answered)
      expect([code, errorsByCode[code]?.['x-status']]).toEqual([code, status]);
    const codes = answered.map(([code]) => code);
    expect(Object.keys(errors).filter((code) => !codes.includes(code))).toEqual([]);
  });
});

/** The English texts that have no Japanese beside them. */
function oneLanguageOnly(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  const { summary, description, 'x-ja': japanese } = node as Record<string, unknown>;
  const texts = [summary, description].filter((text) => typeof text === 'string');
  return [...(japanese === undefined ? texts : []), ...Object.values(node).flatMap(oneLanguageOnly)];
}
