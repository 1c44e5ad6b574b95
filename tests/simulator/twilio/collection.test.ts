import { Collection, type Cursor } from '../../../simulator/twilio/collection';

const filled = (count: number) => {
  const collection = new Collection<{ sid: string }>();
  for (let index = 1; index <= count; index++) collection.add({ sid: `s${index}` });
  return collection;
};
const sids = (records: readonly { sid: string }[]) => records.map(({ sid }) => sid);

describe('a page of a collection', () => {
  it('shows the newest records first and knows its neighbours', () => {
    const collection = filled(5);
    const first = collection.page(2);
    const second = collection.page(2, first.next);
    const third = collection.page(2, second.next);
    expect([first, second, third].map(({ records }) => sids(records))).toEqual([
      ['s5', 's4'],
      ['s3', 's2'],
      ['s1'],
    ]);
    expect(first.previous).toBeUndefined();
    expect(third.next).toBeUndefined();
    expect(sids(collection.page(2, third.previous).records)).toEqual(['s3', 's2']);
  });

  it('neither skips nor repeats a record when others come and go between two pages', () => {
    const collection = filled(6);
    const first = collection.page(2);
    collection.delete('s5');
    collection.delete('s4');
    collection.add({ sid: 's7' });
    expect(sids(collection.page(2, first.next).records)).toEqual(['s3', 's2']);
  });

  it('filters before it counts', () => {
    const wanted = ({ sid }: { sid: string }) => Number(sid.slice(1)) % 2 === 0;
    const first = filled(8).page(3, {}, wanted);
    expect(sids(first.records)).toEqual(['s8', 's6', 's4']);
    expect(first.next).toBeDefined();
  });

  it('ends exactly at the last full page', () => {
    let cursor: Cursor | undefined = {};
    const pages: number[] = [];
    const collection = filled(4);
    while (cursor) {
      const page: ReturnType<typeof collection.page> = collection.page(2, cursor);
      pages.push(page.records.length);
      cursor = page.next;
    }
    expect(pages).toEqual([2, 2]);
  });
});
