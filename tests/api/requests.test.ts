import type { Schema } from '../../scripts/api-docs/document';
import { type FunctionWorld, useFunctionWorld } from '../functions/support';
import { brokenVersions } from './broken-versions';
import { differences, formOf, violations } from './check';
import { operations, repertoireOf } from './operation';
import { keyFor, stageOf } from './plays/play';

const world = useFunctionWorld();

/** The parameters that the code asked for since the last test. */
const mockAskedFor = new Set<string>();
jest.mock('../../src/http/params', () => {
  const { readParams } = jest.requireActual<typeof import('../../src/http/params')>('../../src/http/params');
  return {
    readParams: (entries: Parameters<typeof readParams>[0], params: object) => {
      for (const name of Object.keys(entries)) mockAskedFor.add(name);
      return readParams(entries, params);
    },
  };
});
beforeEach(() => mockAskedFor.clear());

/** What an operation takes that has no body. */
const NO_BODY: Schema = { type: 'object', maxProperties: 0 };

/** A credential of each kind that a client can have. */
const credentials: Readonly<Record<string, (current: FunctionWorld) => Promise<Record<string, string>>>> = {
  callTicket: (current) => current.ticket(),
  apiKey: async (current) => current.apiKey(),
  bearerApiKey: async ({ keys }) => ({ authorization: `Bearer ${keys.apiKey}` }),
};

describe.each(operations.filter(([, operation]) => operation['x-scope'] !== undefined))(
  '%s',
  (_, operation) => {
    const repertoire = repertoireOf(operation);
    const named = operation.security.flatMap((requirement) => Object.keys(requirement));
    const body = operation.requestBody?.content['application/json'];
    const schema = body?.schema ?? NO_BODY;
    const examples = Object.values(body?.examples ?? { none: { value: {} } }).map(
      ({ value }) => value as object,
    );
    const send = (changes: Parameters<ReturnType<typeof stageOf>['send']>[0]) =>
      stageOf(repertoire, world()).send(changes);
    /** Sends a body with the credential that its form goes with. */
    const sendBody = async (params: object, form: Schema) =>
      send({ params, headers: (await credentials[form['x-credential'] ?? 'apiKey']?.(world())) ?? {} });

    it.each(Object.entries(credentials))('takes a %s only where that is documented', async (name, make) => {
      const params = name === 'callTicket' ? (repertoire.ticketParams ?? {}) : repertoire.params;
      const { status } = await send({ headers: await make(world()), params });
      expect(status).toBe(named.includes(name) ? 200 : 403);
    });

    it('needs the scope that the document names', async () => {
      const scopes = ['connect', 'screen', 'ops'] as const;
      const answers = await Promise.all(scopes.map((scope) => send(keyFor(scope))));
      const allowed = scopes.filter((_scope, index) => answers[index]?.status === 200);
      expect(allowed).toEqual([operation['x-scope']]);
    });

    it('asks for the documented parameters and no other', async () => {
      await send({});
      const documented = (schema.oneOf ?? [schema]).flatMap(({ properties = {} }) => Object.keys(properties));
      expect([...mockAskedFor].sort()).toEqual([...new Set(documented)].sort());
    });

    it.each(examples.map((example) => [JSON.stringify(example), example] as const))(
      'takes the example %s',
      async (_text, params) => {
        expect(violations(schema, params)).toEqual([]);
        const outcome = await sendBody(params, formOf(schema, params));
        expect(outcome.status).toBe('404' in operation.responses && 'reportId' in params ? 404 : 200);
        expect(differences(operation, outcome)).toEqual([]);
      },
    );

    const form = 'application/x-www-form-urlencoded';
    if (operation.requestBody === undefined || form in operation.requestBody.content) {
      it('takes the ordinary request as a form too', async () => {
        const { status } = await send({ headers: { ...world().apiKey(), 'content-type': form } });
        expect(status).toBe(200);
      });
    }

    const broken = examples.flatMap((example) => {
      const form = formOf(schema, example);
      return [...brokenVersions(form, example)].map(([...version]) => [...version, form] as const);
    });
    it.each(broken)('refuses %s as the document does', async (_name, field, params, form) => {
      expect(violations(schema, params)).not.toEqual([]);
      const { status, json } = await sendBody(params, form);
      expect({ status, code: json.code }).toEqual({ status: 400, code: 'malformed_request' });
      expect(json.field).toBe(field);
    });
  },
);
