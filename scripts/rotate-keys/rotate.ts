import type {
  RedisMaintenance,
  Resealing,
  StoredReport,
  StoredSession,
} from '../../src/store/redis-maintenance';
import { type NamedKey, openNumbers, openText, sealNumbers, sealText } from '../../src/store/seal';
import { counted } from '../counted';

/** While live traffic keeps sealing with an old key, further walks find more; then the Functions still have the old configuration. */
const MOST_WALKS = 5;

export interface Rotation {
  /** Sealed texts on record: the two numbers of each session, and the words of reports. */
  readonly seals: number;
  /** How many were sealed anew. */
  readonly resealed: number;
  /** Those that no key of DATA_KEYS opens, by the id of the key that sealed them. */
  readonly unreadable: Readonly<Record<string, number>>;
  /** Ids of keys of DATA_KEYS, other than the first, that still seal something. */
  readonly needed: readonly string[];
  /** Ids of keys of DATA_KEYS that seal nothing any more. */
  readonly unneeded: readonly string[];
}

interface Tools {
  readonly maintenance: Pick<RedisMaintenance, 'sessions' | 'reseal' | 'reportTexts' | 'resealReports'>;
  /** The first one seals. */
  readonly keys: readonly [NamedKey, ...NamedKey[]];
  readonly progress: (text: string) => void;
}

/**
 * Seals every number on record with the first key, each only where it still is what was read. Stopped at any point, the next run goes on
 * with what is left. A last walk that has nothing to do tells which keys are no longer needed.
 */
export async function rotateKeys(tools: Tools, options: { dryRun: boolean }): Promise<Rotation> {
  let resealed = 0;
  for (let turn = 1; ; turn += 1) {
    const { changed, census } = await walk(tools, options);
    resealed += changed;
    if (census.old === 0 || options.dryRun || turn === MOST_WALKS) {
      return { ...census.result(), resealed: options.dryRun ? 0 : resealed };
    }
  }
}

/** One walk; the census is of what it met, before its own changes. */
async function walk({ maintenance, keys, progress }: Tools, { dryRun }: { dryRun: boolean }) {
  const census = new Census(keys);
  let changed = 0;
  for await (const page of maintenance.sessions()) {
    const changes = page.flatMap((session) => resealing(session, keys, census));
    if (!dryRun && changes.length > 0) changed += await maintenance.reseal(changes);
    progress(`${counted(census.seals, 'sealed text')} read, ${changed} sealed anew`);
  }
  for await (const page of maintenance.reportTexts()) {
    const changes = page.flatMap((report) => resealedReport(report, keys, census));
    if (!dryRun && changes.length > 0) changed += await maintenance.resealReports(changes);
  }
  return { changed, census };
}

function resealing(
  { sessionId, hashes, sealed }: StoredSession,
  keys: Tools['keys'],
  census: Census,
): Resealing[] {
  const numbers = openNumbers(sealed, hashes, keys);
  const isCurrent = census.count(sealed, numbers !== undefined);
  if (numbers === undefined || isCurrent) return [];
  return [{ sessionId, from: sealed, to: sealNumbers(numbers, hashes, keys[0]) }];
}

function resealedReport({ reportId, sealed }: StoredReport, keys: Tools['keys'], census: Census) {
  const text = openText(sealed, reportId, keys);
  const isCurrent = census.count(sealed, text !== undefined);
  if (text === undefined || isCurrent) return [];
  return [{ reportId, from: sealed, to: sealText(text, reportId, keys[0]) }];
}

/** Counts sealed texts by the id of their key. */
class Census {
  seals = 0;
  readonly #readable = new Map<string, number>();
  readonly #unreadable = new Map<string, number>();

  constructor(private readonly keys: Tools['keys']) {}

  /** @returns whether the first key sealed it. */
  count(sealed: string, isReadable: boolean): boolean {
    const [id = ''] = sealed.split('.');
    const counts = isReadable ? this.#readable : this.#unreadable;
    counts.set(id, (counts.get(id) ?? 0) + 1);
    this.seals += 1;
    return isReadable && id === this.keys[0].id;
  }

  /** Readable ones that another key than the first sealed. */
  get old(): number {
    return this.#olderIds().reduce((sum, id) => sum + (this.#readable.get(id) ?? 0), 0);
  }

  result(): Omit<Rotation, 'resealed'> {
    const older = this.#olderIds();
    const isNeeded = (id: string) => this.#readable.has(id);
    return {
      seals: this.seals,
      unreadable: Object.fromEntries(this.#unreadable),
      needed: older.filter(isNeeded),
      unneeded: older.filter((id) => !isNeeded(id)),
    };
  }

  #olderIds(): string[] {
    return this.keys.slice(1).map(({ id }) => id);
  }
}
