import { ConfigError } from '../../src/config';
import { failureOf } from '../../src/http/faults';
import { RequestError } from '../../src/http/request-error';
import { DependencyError } from '../../src/masking/errors';

const NUMBER = '+819012345678';

describe('an exception', () => {
  const written: string[] = [];
  beforeEach(() => {
    written.length = 0;
    jest.spyOn(console, 'error').mockImplementation((line: string) => void written.push(line));
  });
  afterEach(() => jest.restoreAllMocks());

  it('of a request is its own failure and needs no line of its own', () => {
    const failure = { code: 'number_invalid', field: 'to' } as const;
    expect(failureOf(new RequestError(failure), 'r1')).toEqual(failure);
    expect(written).toEqual([]);
  });

  it('of the configuration is told to operators, not to clients', () => {
    expect(failureOf(new ConfigError(['AUTH_TOKEN is missing']), 'r1')).toEqual({ code: 'misconfigured' });
    expect(written).toEqual([expect.stringContaining('AUTH_TOKEN is missing')]);
  });

  it.each(['store', 'switchboard'] as const)('of the %s may be tried again', (dependency) => {
    const code = `${dependency}_unavailable`;
    expect(failureOf(new DependencyError(dependency, 'timeout'), 'r1')).toEqual({
      code,
      retryAfterSeconds: 5,
    });
    expect(JSON.parse(written[0] ?? '')).toMatchObject({
      event: 'dependency_failed',
      code,
      reason: 'timeout',
    });
  });

  it.each([new Error(NUMBER), NUMBER, { status: 400, message: NUMBER }, undefined])(
    'of any other kind is an internal error, and its text stays where it was: %j',
    (thrown) => {
      expect(failureOf(thrown, 'r1')).toEqual({ code: 'internal_error' });
      expect(written).toHaveLength(1);
      expect(written[0]).not.toContain(NUMBER);
    },
  );
});
