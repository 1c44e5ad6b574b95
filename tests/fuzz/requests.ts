import fc from 'fast-check';

/** A request as it stands on the wire. */
export interface RawRequest {
  readonly type: 'application/json' | 'application/x-www-form-urlencoded';
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
}

/** What a function knows: names of parameters, and values that take a request further than nonsense would. */
export interface Vocabulary {
  readonly names: readonly string[];
  readonly values: readonly string[];
  /** Credentials that are right. */
  readonly credentials: readonly string[];
}

const HOSTILE_NAMES = ['__proto__', 'constructor', 'prototype', 'request', 'toString', 'length', '', '0'];
const HOSTILE_TEXTS = [
  '__proto__',
  '\u0000',
  '\ud800',
  '\u202e',
  '%',
  "'; --",
  '{{}}',
  '<script>',
  '+',
  'NaN',
];
const HOSTILE_JSON = [
  'null',
  '1e999',
  '-0',
  '[]',
  '{}',
  `${'['.repeat(3_000)}${']'.repeat(3_000)}`,
  `${'{"a":'.repeat(3_000)}1${'}'.repeat(3_000)}`,
  '{"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}',
  '{"headers":{"authorization":"Bearer x"},"cookies":{}}',
  '{"headers":{"x-api-key":["a","b"]},"cookies":[]}',
];
const HUGE = 'あ'.repeat(100_000);

const text = (known: readonly string[]) =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('', ...known) },
    { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
    { weight: 2, arbitrary: fc.constantFrom(...HOSTILE_TEXTS) },
  );
const rare = <T>(usual: fc.Arbitrary<T>, unusual: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 400, arbitrary: usual }, { weight: 1, arbitrary: unusual });

/** The fields of a body, names possibly twice; the values as JSON texts. */
function fields({ names, values }: Vocabulary) {
  const name = fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...names) },
    { weight: 1, arbitrary: fc.constantFrom(...HOSTILE_NAMES) },
    { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
  );
  const value = rare(
    fc.oneof(
      { weight: 8, arbitrary: text(values).map((plain) => JSON.stringify(plain)) },
      { weight: 1, arbitrary: fc.json({ maxDepth: 4 }) },
      { weight: 1, arbitrary: fc.constantFrom(...HOSTILE_JSON) },
    ),
    fc.constant(JSON.stringify(HUGE)),
  );
  const some = fc.array(fc.tuple(name, value), { maxLength: 6 });
  const each = fc.tuple(...names.map((known) => fc.tuple(fc.constant(known), value)));
  return fc.oneof(some, each);
}

function headers({ credentials }: Vocabulary) {
  const credential = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...credentials) },
    { weight: 1, arbitrary: fc.constantFrom(...credentials).map((right) => right.slice(0, -3)) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('..', 'a.b.c.d.e', 'eyJhbGciOiJub25lIn0....', 'x'.repeat(9_000)),
    },
    { weight: 1, arbitrary: visible },
  );
  const authorization = fc.oneof(
    credential.map((one) => ['Authorization', `Bearer ${one}`] as const),
    credential.map((one) => ['X-Api-Key', one] as const),
    visible.map((one) => ['Authorization', one] as const),
  );
  const other = fc.tuple(fc.constantFrom('Accept-Language', 'Origin', 'X-Request-Id', 'Cookie'), visible);
  return fc
    .tuple(fc.array(authorization, { minLength: 0, maxLength: 2 }), fc.array(other, { maxLength: 2 }))
    .map(([own, more]) => [...own, ...more]);
}

/** What a header may hold. */
const visible = fc
  .string({ unit: fc.constantFrom(...' abcXYZ019;=,.-_*/"'), maxLength: 40 })
  .map((one) => one.trim());

/** Requests from nonsense to almost right. */
export function rawRequests(vocabulary: Vocabulary): fc.Arbitrary<RawRequest> {
  const type = fc.constantFrom('application/json' as const, 'application/x-www-form-urlencoded' as const);
  return fc.tuple(type, headers(vocabulary), fields(vocabulary)).map(([kind, head, pairs]) => ({
    type: kind,
    headers: [['Content-Type', kind] as const, ...head],
    body: kind === 'application/json' ? asJson(pairs) : asForm(pairs),
  }));
}

function asJson(pairs: readonly (readonly [string, string])[]): string {
  return `{${pairs.map(([name, value]) => `${JSON.stringify(name)}:${value}`).join(',')}}`;
}

function asForm(pairs: readonly (readonly [string, string])[]): string {
  return String(
    new URLSearchParams(pairs.map(([name, value]): [string, string] => [name, value.replace(/^"|"$/g, '')])),
  );
}
