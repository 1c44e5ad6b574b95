import { isLater, releasesIn, withRelease } from '../../../scripts/release/changelog';

const changelog = `# Changelog

## Unreleased

### Added

- A thing, because it was missing.

## 0.9.0 - 2026-01-02

The first version.
`;

describe('a changelog', () => {
  it('tells its versions, the latest first', () => {
    expect(releasesIn(changelog)).toEqual([
      { version: 'Unreleased', notes: '### Added\n\n- A thing, because it was missing.' },
      { version: '0.9.0', date: '2026-01-02', notes: 'The first version.' },
    ]);
  });

  it('gets a version for what is unreleased, and room for the next', () => {
    const [unreleased, latest, ...rest] = releasesIn(withRelease(changelog, '0.10.0', '2026-02-03'));
    expect(unreleased).toEqual({ version: 'Unreleased', notes: '' });
    expect(latest).toEqual({ version: '0.10.0', date: '2026-02-03', notes: releasesIn(changelog)[0]?.notes });
    expect(rest).toHaveLength(1);
  });

  it.each(['0.9.0', '0.8.9'])('takes no version %s that is not later', (version) => {
    expect(() => withRelease(changelog, version, '2026-02-03')).toThrow('not later');
  });

  it('takes no version without a change', () => {
    const released = withRelease(changelog, '1.0.0', '2026-02-03');
    expect(() => withRelease(released, '1.1.0', '2026-02-04')).toThrow('Nothing is unreleased');
  });
});

it.each([
  ['0.10.0', '0.9.9', true],
  ['1.0.0', '0.99.99', true],
  ['0.9.1', '0.9.1', false],
  ['0.9.1', '0.10.0', false],
])('%s is later than %s: %s', (version, other, expected) => {
  expect(isLater(version, other)).toBe(expected);
});
