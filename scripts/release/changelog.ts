import { Failure } from '../command';

/** One version of the changelog; without a date for what is not released. */
export interface Release {
  readonly version: string;
  readonly date?: string;
  /** What is written under its heading. */
  readonly notes: string;
}

const HEADING = /^## (Unreleased|\d+\.\d+\.\d+ - \d{4}-\d{2}-\d{2})$/gm;

/** The versions in a changelog, in its order. @see https://keepachangelog.com/en/1.1.0/ */
export function releasesIn(changelog: string): Release[] {
  const parts = changelog.split(HEADING).slice(1);
  return parts.flatMap((heading, index) => {
    if (index % 2 === 1) return [];
    const [version = '', date] = heading.split(' - ');
    const notes = (parts[index + 1] ?? '').trim();
    return [{ version, notes, ...(date !== undefined && { date }) }];
  });
}

/** The changelog with everything unreleased under a version and a day. @throws Failure where that cannot be */
export function withRelease(changelog: string, version: string, date: string): string {
  const [unreleased, ...released] = releasesIn(changelog);
  if (unreleased?.version !== 'Unreleased') throw new Failure('CHANGELOG.md does not begin with Unreleased.');
  if (unreleased.notes === '') throw new Failure('Nothing is unreleased: CHANGELOG.md says so.');
  if (released.some((release) => !isLater(version, release.version)))
    throw new Failure(`${version} is not later than every released version.`);
  return changelog.replace('## Unreleased\n', `## Unreleased\n\n## ${version} - ${date}\n`);
}

/** Whether a version comes after another. @see https://semver.org/#spec-item-11 */
export function isLater(version: string, other: string): boolean {
  const [ours, theirs] = [version, other].map((text) => text.split('.').map(Number)) as [number[], number[]];
  const differing = ours.findIndex((part, index) => part !== theirs[index]);
  return differing >= 0 && (ours[differing] ?? 0) > (theirs[differing] ?? 0);
}
