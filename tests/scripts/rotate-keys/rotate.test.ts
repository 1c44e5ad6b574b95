import { randomBytes } from 'node:crypto';
import { rotationText } from '../../../scripts/rotate-keys/report';
import { rotateKeys } from '../../../scripts/rotate-keys/rotate';
import type { Upstash } from '../../../simulator/upstash';
import type { SwitchboardName } from '../../../src/masking/session';
import { RedisMaintenance, type Resealing } from '../../../src/store/redis-maintenance';
import { type NamedKey, openNumbers } from '../../../src/store/seal';
import { pairOf, person } from '../../support/people';
import { newId, type StoreUnderTest, startEngine, storeIn } from '../../support/store';

const key = (id: string): NamedKey => ({ id, key: randomBytes(32) });
const [oldKey, newKey, lostKey] = [key('d1'), key('d2'), key('d0')];
const SESSIONS = 250;

let engine: Upstash;
beforeAll(async () => {
  engine = await startEngine('embedded');
});
afterAll(() => engine.close());

async function filled(
  dataKey = oldKey,
  sessions = 3,
  switchboard: SwitchboardName = 'proxy',
): Promise<StoreUnderTest & { tools: Tools }> {
  const store = await storeIn(engine, { settings: { dataKey, switchboard } });
  await Promise.all(Array.from({ length: sessions }, (_, index) => reserve(store, index)));
  return { ...store, tools: toolsOf(store) };
}

function reserve(store: StoreUnderTest, index: number) {
  const pair = pairOf(person(index), person(1_000 + index));
  return store.sessions.reserve({ pair, sessionId: newId() }, store.deadline());
}

type Tools = Parameters<typeof rotateKeys>[0] & { maintenance: RedisMaintenance };

function toolsOf(store: StoreUnderTest, keys: Tools['keys'] = [newKey, oldKey]): Tools {
  const maintenance = new RedisMaintenance(store.runner, store.settings, store.now);
  return { maintenance, keys, progress: () => undefined };
}

async function numbersOpenedBy(store: StoreUnderTest & { tools: Tools }, ...keys: NamedKey[]) {
  const opened: string[] = [];
  for await (const page of store.tools.maintenance.sessions()) {
    for (const { sealed, hashes } of page) opened.push(...(openNumbers(sealed, hashes, keys) ?? []));
  }
  return opened.sort();
}

describe('rotating the keys', () => {
  it.each(['proxy', 'voice'] as const)(
    'seals every number of %s anew, over more than one step, and says which key is no longer needed',
    async (switchboard) => {
      const store = await filled(oldKey, SESSIONS, switchboard);
      const before = await numbersOpenedBy(store, oldKey);
      const result = await rotateKeys(store.tools, { dryRun: false });
      expect(result).toEqual({
        seals: SESSIONS,
        resealed: SESSIONS,
        unreadable: {},
        needed: [],
        unneeded: ['d1'],
      });
      expect(await numbersOpenedBy(store, newKey)).toEqual(before);
      expect(rotationText(result)).toContain('No longer needed: d1.');
    },
  );

  it('does nothing the second time', async () => {
    const store = await filled();
    await rotateKeys(store.tools, { dryRun: false });
    expect(await rotateKeys(store.tools, { dryRun: false })).toMatchObject({ resealed: 0, unneeded: ['d1'] });
  });

  it('only counts in a dry run', async () => {
    const store = await filled();
    expect(await rotateKeys(store.tools, { dryRun: true })).toMatchObject({
      seals: 3,
      resealed: 0,
      needed: ['d1'],
    });
    expect(await numbersOpenedBy(store, oldKey)).toHaveLength(6);
  });

  it('goes on where a broken run stopped', async () => {
    const store = await filled(oldKey, SESSIONS);
    const { maintenance } = store.tools;
    let steps = 0;
    const breaking = {
      sessions: () => maintenance.sessions(),
      ...reportsOf(maintenance),
      reseal: (changes: readonly Resealing[]) => {
        steps += 1;
        return steps > 1 ? Promise.reject(new Error('stopped')) : maintenance.reseal(changes);
      },
    };
    await expect(rotateKeys({ ...store.tools, maintenance: breaking }, { dryRun: false })).rejects.toThrow(
      'stopped',
    );
    const half = (await numbersOpenedBy(store, newKey)).length;
    expect(half).toBeGreaterThan(0);
    expect(half).toBeLessThan(2 * SESSIONS);
    const { resealed } = await rotateKeys(store.tools, { dryRun: false });
    expect(resealed).toBe(SESSIONS - half / 2);
  });

  it('never overwrites what live traffic wrote meanwhile, and takes it in the next walk', async () => {
    const store = await filled(oldKey, 1);
    const { maintenance } = store.tools;
    let isFirst = true;
    const racing = {
      sessions: () => maintenance.sessions(),
      ...reportsOf(maintenance),
      reseal: async (changes: readonly Resealing[]) => {
        if (isFirst) {
          isFirst = false;
          store.pass(13_000);
          await reserve(store, 0);
        }
        return maintenance.reseal(changes);
      },
    };
    const result = await rotateKeys({ ...store.tools, maintenance: racing }, { dryRun: false });
    expect(result).toMatchObject({ seals: 1, resealed: 1, needed: [], unneeded: ['d1'] });
  });

  it('keeps and reports what no key opens', async () => {
    const store = await filled(lostKey, 2);
    const result = await rotateKeys(store.tools, { dryRun: false });
    expect(result).toMatchObject({ seals: 2, resealed: 0, unreadable: { d0: 2 }, unneeded: ['d1'] });
    expect(await numbersOpenedBy(store, lostKey)).toHaveLength(4);
    expect(rotationText(result)).toContain('2 cannot be opened: key d0 is missing in DATA_KEYS');
  });
});

/** The part of the maintenance that is about reports. */
function reportsOf(maintenance: RedisMaintenance): Pick<RedisMaintenance, 'reportTexts' | 'resealReports'> {
  return {
    reportTexts: () => maintenance.reportTexts(),
    resealReports: (changes) => maintenance.resealReports(changes),
  };
}
