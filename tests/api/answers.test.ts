import type { Operation } from '../../scripts/api-docs/document';
import { WebhookParams } from '../../src/http/webhook-function';
import { useFunctionWorld } from '../functions/support';
import { differences } from './check';
import { answersOf, operations, repertoireOf } from './operation';
import { type Play, type Repertoire, stageOf } from './plays/play';

const world = useFunctionWorld();

describe.each(operations)('%s', (_, operation) => {
  const repertoire = repertoireOf(operation);
  const given = new Set<string>();

  it('is driven to each of its documented answers, and to no other', () => {
    expect(Object.keys(repertoire.plays).sort()).toEqual(answersOf(operation).sort());
  });

  it.each(
    playsOf(repertoire).flatMap(([answer, play]) =>
      (['ja', 'en'] as const).map((language) => [answer, language, play] as const),
    ),
  )('answers %s as documented (%s)', async (answer, language, play) => {
    const read = jest.spyOn(WebhookParams.prototype, 'get');
    const outcome = await play(stageOf(repertoire, world(), language));
    const { status, json, headers } = outcome;
    for (const name of Object.keys(headers)) given.add(name);
    expect(`${status} ${json.code ?? ''}`.trim()).toBe(answer);
    expect(differences(operation, outcome)).toEqual([]);
    expect(headers['Content-Language'] ?? language).toBe(language);
    const isWebhook = operation.tags.includes('twilio');
    const asked = isWebhook ? read.mock.calls.flat() : [];
    expect(parametersOf(operation)).toEqual(expect.arrayContaining(asked));
  });

  it('has given every header that the document names', () => {
    const documented = Object.values(operation.responses).flatMap(({ headers = {} }) => Object.keys(headers));
    expect(documented.filter((name) => !given.has(name))).toEqual([]);
  });
});

function playsOf({ plays, alsoPlays = [] }: Repertoire): [string, Play][] {
  return [...Object.entries(plays), ...alsoPlays.map((play): [string, Play] => ['200', play])];
}

/** The names of what Twilio sends, in the body or in a URL of ours. */
function parametersOf({ requestBody, parameters = [] }: Operation): string[] {
  const form = requestBody?.content['application/x-www-form-urlencoded']?.schema;
  return [...Object.keys(form?.properties ?? {}), ...parameters.map(({ name }) => name)];
}
