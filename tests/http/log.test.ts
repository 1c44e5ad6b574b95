import { describeError, type LogFields, log, sidOrNothing } from '../../src/http/log';

const NUMBER = '+819012345678';

describe('a log line', () => {
  const lines = { error: jest.fn(), warn: jest.fn(), log: jest.fn() };
  beforeEach(() => {
    for (const name of ['error', 'warn', 'log'] as const) {
      lines[name].mockReset();
      jest.spyOn(console, name).mockImplementation(lines[name]);
    }
  });
  afterEach(() => jest.restoreAllMocks());

  it('is one line of JSON with the fields that were given', () => {
    log({ event: 'refused', requestId: 'r1', code: 'forbidden', status: 403 });
    expect(lines.log.mock.calls).toEqual([
      ['{"event":"refused","requestId":"r1","code":"forbidden","status":403}'],
    ]);
  });

  it('goes where its level belongs', () => {
    log({ event: 'a', requestId: 'r1', level: 'error' });
    log({ event: 'b', requestId: 'r1', level: 'warn' });
    log({ event: 'c', requestId: 'r1', level: 'info' });
    expect([lines.error, lines.warn, lines.log].map((one) => one.mock.calls.length)).toEqual([1, 1, 1]);
  });

  it('drops every field that is not known', () => {
    const careless = { event: 'x', requestId: 'r1', from: NUMBER, ticket: 'secret', to: { number: NUMBER } };
    log(careless as LogFields);
    expect(lines.log.mock.calls).toEqual([['{"event":"x","requestId":"r1"}']]);
  });
});

describe('a sid', () => {
  it('is passed on when it is one', () => {
    const sid = `KC${'0aF9'.repeat(8)}`;
    expect(sidOrNothing(sid)).toBe(sid);
  });

  it.each([
    NUMBER,
    '',
    'KC',
    `KC${'0'.repeat(33)}`,
    `kc${'0'.repeat(32)}`,
    `KC${'g'.repeat(32)}`,
    7,
    null,
    undefined,
  ])('is not %j', (text) => {
    expect(sidOrNothing(text)).toBeUndefined();
  });
});

describe('what is said of an unexpected error', () => {
  it('is its kind and where it was thrown, never its message', () => {
    const text = describeError(new TypeError(`${NUMBER}\n    at ${NUMBER}`));
    expect(text).toMatch(/^TypeError at .*log\.test\.ts/);
    expect(text).not.toContain(NUMBER);
  });

  it.each([`text with ${NUMBER}`, { number: NUMBER }, null, undefined])('is nothing of %j', (thrown) => {
    expect(describeError(thrown)).toBe('not an error');
  });

  it('is its kind alone when nobody knows where it was thrown', () => {
    const error = new Error(NUMBER);
    error.stack = '';
    expect(describeError(error)).toBe('Error');
  });
});
