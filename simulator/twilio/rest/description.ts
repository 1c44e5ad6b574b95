import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { type Compile, type Method, Operation, type OperationObject } from './described-operation';
import { type ApiName, addTwilioFormats } from './formats';

interface Document {
  components: object;
  paths: Record<string, Partial<Record<Method, OperationObject>>>;
}

/** One of Twilio's official OpenAPI files, as the package `@twilio/cli-core` ships them. Read at its first use. */
export class Description {
  readonly #api: ApiName;
  readonly #file: string;
  #operations: Operation[] | undefined;

  constructor(api: ApiName, file: string) {
    this.#api = api;
    this.#file = require.resolve(`@twilio/cli-core/src/services/twilio-api/${file}`);
  }

  /** The operations under a path with the path's parameters; none where the API has no such path. */
  match(path: string): { operation: Operation; params: Record<string, string> }[] {
    this.#operations ??= this.#load();
    return this.#operations.flatMap((operation) => {
      const params = operation.match(path);
      return params ? [{ operation, params }] : [];
    });
  }

  #load(): Operation[] {
    const document: Document = JSON.parse(readFileSync(this.#file, 'utf8'), withoutIdleNullable);
    const compile = compiler(this.#api, document.components);
    return Object.entries(document.paths).flatMap(([template, item]) =>
      (['get', 'post', 'delete'] as const).flatMap((method) => {
        const object = item[method];
        return object ? [new Operation(method, template, object, compile)] : [];
      }),
    );
  }
}

/** Ajv refuses `nullable` where no type is given, where it says nothing: any value is allowed there. */
function withoutIdleNullable(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('nullable' in value) || 'type' in value) return value;
  const { nullable: _, ...rest } = value;
  return rest;
}

/** Compiles schemas of one document, by Ajv: https://ajv.js.org */
function compiler(api: ApiName, components: object): Compile {
  const ajv = (coerceTypes: boolean) => {
    const instance = new Ajv({ strict: false, validateSchema: false, logger: false, coerceTypes });
    addTwilioFormats(instance, api);
    return instance.addSchema({ components }, api);
  };
  const instances = { request: ajv(true), answer: ajv(false) };
  return (schema, use) => {
    const absolute = JSON.stringify(schema).replaceAll('"#/components/', `"${api}#/components/`);
    return instances[use].compile(JSON.parse(absolute));
  };
}
