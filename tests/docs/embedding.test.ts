import { spawnSync } from 'node:child_process';
import { parse } from 'yaml';
import { errors } from '../../src/http/messages';
import { blocksOf, exampleIn, markdownFiles, readDocument } from './markdown';

const guide = readDocument('docs/embedding.md');
const rails = readDocument('docs/rails.md');
const api = parse(readDocument('docs/api.yaml'));

const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name]) => name);
/** Without what is translated. */
const codeIn = (file: string) =>
  blocksOf(readDocument(file)).map(({ code }) => code.replace(/(\/\/|#|<%#).*/g, ''));

const [answer] = Object.values<{ value: Record<string, object> }>(
  api.paths['/connect'].post.responses['200'].content['application/json'].examples,
);
const fieldsOfAnswer = [
  ...Object.keys(answer?.value ?? {}),
  ...Object.keys(answer?.value.data ?? {}),
  ...Object.keys(api.components.schemas.malformed_request.properties),
];

describe.each([
  ['swift', 'callPartner', /let (?!errorDescription)(\w+): (?:String|Connection)\b/g, /httpMethod = "POST"/],
  ['kotlin', 'callPartner', /get(?:String|JSONObject)\("(\w+)"\)/g, /requestMethod = "POST"/],
])('the example in %s', (language, part, fields, method) => {
  const code = exampleIn(guide, language, part);

  it('asks a URL that there is, as it wants to be asked', () => {
    const paths = found(code, /https:\/\/YOUR-DOMAIN(\/\w+)/g);
    expect(paths).toEqual(['/connect']);
    expect(code).toMatch(method);
    expect(code).toMatch(/Bearer [\\$(]*ticket/);
  });

  it('reads fields that the answer has', () => {
    const names = found(code, fields);
    expect(names).toEqual(expect.arrayContaining(['tel', 'data', 'message']));
    expect(names.filter((name) => !fieldsOfAnswer.includes(name ?? ''))).toEqual([]);
  });
});

it('the codes that deserve code of their own exist', () => {
  const [, advice = ''] = guide.split('## When the answer is an error');
  const codes = found(advice, /`([a-z]+_?[a-z]+)`/g).filter(
    (code) => !['message', 'code'].includes(code ?? ''),
  );
  expect(codes).toEqual(['unauthorized', 'in_progress', 'peer_blocked']);
  expect(Object.keys(errors)).toEqual(expect.arrayContaining(codes));
});

it.each(markdownFiles().filter((file) => file.endsWith('.ja.md')))(
  '%s has the code of the English',
  (file) => {
    expect(codeIn(file)).toEqual(codeIn(file.replace('.ja.md', '.md')));
  },
);

if (spawnSync('ruby', ['-v']).status === 0) {
  it.each([
    ['the controller', ['-c'], exampleIn(rails, 'ruby', 'CallsController')],
    [
      'the page',
      ['-rerb', '-e', 'RubyVM::InstructionSequence.compile(ERB.new(STDIN.read).src)'],
      exampleIn(rails, 'erb', 'tel-button'),
    ],
  ])('%s for Rails is one that Ruby takes', (_what, args, input) => {
    const { status, stderr } = spawnSync('ruby', args, { input, encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
} else {
  it.todo('the examples for Rails: ruby is not installed here');
}
