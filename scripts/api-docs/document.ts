import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { inProject } from '../project';

/** A text for people: `summary` or `description` in English, `x-ja` in Japanese. */
export interface Described {
  readonly summary?: string;
  readonly description?: string;
  readonly 'x-ja'?: string;
}

/** A JSON Schema, as far as it is shown or walked through here; a validator reads the rest. */
export interface Schema extends Described {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly maxProperties?: number;
  /** Of an error: its HTTP status, and whether `Retry-After` comes with it; never where this is absent. */
  readonly 'x-status'?: number;
  readonly 'x-retry-after'?: 'always' | 'sometimes';
  /** Of one form of a request body: the only credential that it goes with. */
  readonly 'x-credential'?: string;
}

export interface Content
  extends Readonly<
    Record<string, { readonly schema: Schema; readonly examples?: Readonly<Record<string, Example>> }>
  > {}

export interface Example {
  readonly value: unknown;
}

export interface Header extends Described {
  readonly required?: boolean;
  readonly schema: Schema;
}

export interface Parameter extends Header {
  readonly name: string;
  readonly in: 'header' | 'query' | 'path';
}

export interface Response extends Described {
  readonly headers?: Readonly<Record<string, Header>>;
  readonly content?: Content;
}

export interface OperationObject extends Described {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly 'x-scope'?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Described & { readonly required?: boolean; readonly content: Content };
  readonly responses: Readonly<Record<string, Response>>;
  readonly externalDocs?: { readonly url: string };
}

export interface Operation extends OperationObject {
  readonly path: string;
  readonly method: string;
}

/** `docs/api.yaml` with every reference replaced by what it refers to. */
export interface ApiDocument {
  readonly openapi: string;
  readonly info: Described & { readonly title: string; readonly version: string };
  readonly tags: readonly (Described & { readonly name: string })[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly securitySchemes: Readonly<Record<string, Described & SecurityScheme>>;
  };
}

export interface SecurityScheme {
  readonly type: string;
  readonly scheme?: string;
  readonly name?: string;
}

/** The document as it is written, references included. */
export function readRawDocument(): unknown {
  return parse(readFileSync(inProject('docs', 'api.yaml'), 'utf8'));
}

/** @throws Error where a reference leads nowhere. */
export function readDocument(): ApiDocument {
  const raw = readRawDocument();
  return resolved(raw, raw) as ApiDocument;
}

/** Every operation, in the order of the document. */
export function operationsOf({ paths }: ApiDocument): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
  );
}

/** The errors among the schemas, by code. */
export function errorSchemas({ components }: ApiDocument): Record<string, Schema> {
  return Object.fromEntries(Object.entries(components.schemas).filter(([, schema]) => 'x-status' in schema));
}

/** The error codes that a response can bring; none for a success. */
export function codesOf({ content }: Response): string[] {
  const schema = content?.['application/json']?.schema;
  return (schema?.oneOf ?? [schema ?? {}]).flatMap(({ properties }) => {
    const code = properties?.code?.const;
    return typeof code === 'string' ? [code] : [];
  });
}

function resolved(node: unknown, root: unknown): unknown {
  if (Array.isArray(node)) return node.map((item) => resolved(item, root));
  if (typeof node !== 'object' || node === null) return node;
  const { $ref, ...own } = node as { $ref?: string };
  const target = $ref === undefined ? {} : resolved(lookUp($ref, root), root);
  const siblings = Object.entries(own).map(([name, value]) => [name, resolved(value, root)]);
  return { ...(target as object), ...Object.fromEntries(siblings) };
}

function lookUp(reference: string, root: unknown): unknown {
  let node = root;
  for (const name of reference.replace(/^#\//, '').split('/')) {
    node = (node as Record<string, unknown> | undefined)?.[name];
  }
  if (node === undefined) throw new Error(`docs/api.yaml refers to ${reference}, which does not exist`);
  return node;
}
