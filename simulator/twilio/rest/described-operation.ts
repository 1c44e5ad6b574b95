import { unescape as decode } from 'node:querystring';
import type { Schema, ValidateFunction } from 'ajv';

export type Method = 'get' | 'post' | 'delete';

interface Parameter {
  name: string;
  in: 'path' | 'query';
  schema: Schema;
}

interface BodySchema {
  properties: Record<string, { type?: string }>;
  required?: string[];
}

/** An operation in an OpenAPI document: what the simulator reads of it. */
export interface OperationObject {
  operationId: string;
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: BodySchema }> };
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}

/** Compiles a schema; only a request's values are turned into the type that the schema wants. */
export type Compile = (schema: object, use: 'request' | 'answer') => ValidateFunction;

/** A request as the description sees it; valid values are turned into their types in place. */
export interface RequestParts {
  path: Record<string, unknown>;
  query: Record<string, unknown>;
  body: Record<string, unknown>;
}

/** One operation of an API with the checks that its description asks for, each compiled at its first use. */
export class Operation {
  readonly id: string;
  /** The HTTP status of a success. */
  readonly status: number;
  readonly #object: OperationObject;
  readonly #pattern: RegExp;
  readonly #compile: Compile;
  #request: ValidateFunction | undefined;
  #answer: ValidateFunction | undefined;

  constructor(
    readonly method: Method,
    template: string,
    object: OperationObject,
    compile: Compile,
  ) {
    this.id = object.operationId;
    this.status = Number(Object.keys(object.responses).find((status) => status.startsWith('2')));
    this.#object = object;
    this.#compile = compile;
    const source = template.replaceAll('.', '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/]+?)');
    this.#pattern = new RegExp(`^${source}$`);
  }

  /** The path's parameters, or `undefined` where the path is not this operation's. */
  match(path: string): Record<string, string> | undefined {
    const found = this.#pattern.exec(path);
    return found ? decoded(found.groups ?? {}) : undefined;
  }

  /** Whether a field of the body may be repeated. */
  isList(field: string): boolean {
    return this.#bodySchema()?.properties[field]?.type === 'array';
  }

  /** Whether a request may have such a field; Twilio ignores others. */
  describes(field: string): boolean {
    const { parameters = [] } = this.#object;
    return (
      Object.hasOwn(this.#bodySchema()?.properties ?? {}, field) ||
      parameters.some(({ name }) => name === field)
    );
  }

  /** What the description refuses of a request, in words. */
  refuseRequest(parts: RequestParts): string | undefined {
    this.#request ??= this.#compile(this.#requestSchema(), 'request');
    return this.#request(parts) ? undefined : reason(this.#request);
  }

  /** What the description refuses of our answer, in words. */
  refuseAnswer(body: unknown): string | undefined {
    const schema = this.#object.responses[this.status]?.content?.['application/json']?.schema;
    if (!schema) return body === undefined ? undefined : 'the answer has no body';
    this.#answer ??= this.#compile({ properties: { body: schema }, required: ['body'] }, 'answer');
    return this.#answer({ body }) ? undefined : reason(this.#answer);
  }

  #bodySchema(): BodySchema | undefined {
    return this.#object.requestBody?.content['application/x-www-form-urlencoded']?.schema;
  }

  #requestSchema(): object {
    const parameters = this.#object.parameters ?? [];
    return {
      properties: {
        path: parameterSchema(parameters.filter((parameter) => parameter.in === 'path')),
        query: parameterSchema(parameters.filter((parameter) => parameter.in === 'query')),
        body: this.#bodySchema() ?? {},
      },
    };
  }
}

/** Nothing is required: a path without its parameters is another path, and no query parameter is a must. */
function parameterSchema(parameters: readonly Parameter[]): object {
  return { properties: Object.fromEntries(parameters.map(({ name, schema }) => [name, schema])) };
}

function decoded(groups: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decode(value)]));
}

function reason({ errors }: ValidateFunction): string {
  const [first] = errors ?? [];
  return `${first?.instancePath ?? ''} ${first?.message ?? 'is invalid'}`.trim();
}
