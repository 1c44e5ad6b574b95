import { Fixture, ok, refused } from './fixture';

describe('a service', () => {
  it('is found by sid and by unique name, also after it was renamed', () => {
    const { proxy, service } = new Fixture([]);
    ok(proxy.services.update(service.sid, { uniqueName: 'renamed' }));
    expect(ok(proxy.services.get(service.sid))).toBe(service);
    expect(ok(proxy.services.get('renamed'))).toBe(service);
    expect(refused(proxy.services.get('marketplace'))).toEqual([404, 20404]);
  });

  it('needs a name of its own of at most 191 characters', () => {
    const { proxy, service } = new Fixture([]);
    const create = (uniqueName: string) => refused(proxy.services.create({ uniqueName }));
    expect(create('marketplace')).toEqual([400, 80603]);
    expect(create('')).toEqual([400, 20001]);
    expect(create('x'.repeat(192))).toEqual([400, 20001]);
    const other = ok(proxy.services.create({ uniqueName: 'other' }));
    expect(refused(proxy.services.update(other.sid, { uniqueName: 'marketplace' }))).toEqual([400, 80603]);
    expect(
      ok(proxy.services.update(service.sid, { uniqueName: 'marketplace', defaultTtl: 5 })).defaultTtl,
    ).toBe(5);
  });
});
