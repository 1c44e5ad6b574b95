import type { SessionStatus } from '../../../../simulator/twilio/model';
import type { SessionParams } from '../../../../simulator/twilio/proxy/params';
import { BUYER, PROXY_NUMBERS, SELLER } from '../support';
import { Fixture, ok, refused } from './fixture';

const [NUMBER] = PROXY_NUMBERS;
const DAY_SECONDS = 24 * 3600;

const use = ({ proxy }: Fixture) => {
  const route = proxy.route(BUYER, NUMBER);
  return route && proxy.startInteraction(route, { type: 'voice', sid: 'CA1', status: 'ringing', data: '' });
};
const status = ({ proxy }: Fixture, sid: string) => proxy.sessions.find(sid)?.status;

describe('the unique name of a session', () => {
  it('is taken until the session is deleted, even after it closed', () => {
    const fixture = new Fixture();
    const session = ok(fixture.session({ uniqueName: 'order-1' }));
    expect(refused(fixture.session({ uniqueName: 'order-1' }))).toEqual([400, 80603]);
    ok(fixture.proxy.sessions.update(session, { status: 'closed' }));
    expect(refused(fixture.session({ uniqueName: 'order-1' }))).toEqual([400, 80603]);
    fixture.proxy.sessions.delete(session);
    expect(ok(fixture.session({ uniqueName: 'order-1' })).uniqueName).toBe('order-1');
  });

  it('is its own in each service', () => {
    const fixture = new Fixture();
    const other = ok(fixture.proxy.services.create({ uniqueName: 'other' }));
    ok(fixture.session({ uniqueName: 'order-1' }));
    expect(ok(fixture.proxy.createSession(other.sid, { uniqueName: 'order-1' })).serviceSid).toBe(other.sid);
  });

  it('may have 191 characters and not one more; without one the sid serves', () => {
    const fixture = new Fixture();
    expect(ok(fixture.session({ uniqueName: 'x'.repeat(191) })).uniqueName).toHaveLength(191);
    expect(refused(fixture.session({ uniqueName: 'x'.repeat(192) }))).toEqual([400, 20001]);
    const nameless = ok(fixture.session());
    expect(nameless.uniqueName).toBe(nameless.sid);
  });
});

describe('the life of a session', () => {
  const live = async (params: SessionParams, seconds: number) => {
    const fixture = new Fixture();
    const { sid } = fixture.pair(NUMBER, params);
    await fixture.clock.advance(seconds);
    return status(fixture, sid);
  };

  it.each<[string, SessionParams, number, SessionStatus]>([
    ['lives until its Ttl', { ttl: 60 }, 59, 'open'],
    ['ends with its Ttl', { ttl: 60 }, 61, 'closed'],
    [
      'lives on where DateExpiry is later than the Ttl',
      { ttl: 60, dateExpiry: Date.now() + 120_000 },
      90,
      'open',
    ],
    [
      'ends where DateExpiry is earlier than the Ttl',
      { ttl: 600, dateExpiry: Date.now() + 60_000 },
      61,
      'closed',
    ],
    ['never ends with neither', {}, 1000 * DAY_SECONDS, 'open'],
  ])('%s', async (_name, params, seconds, expected) => {
    expect(await live(params, seconds)).toBe(expected);
  });

  it("takes the service's default Ttl where it has none", async () => {
    const fixture = new Fixture();
    ok(fixture.proxy.services.update(fixture.service.sid, { defaultTtl: 30 }));
    const { sid } = fixture.pair(NUMBER);
    await fixture.clock.advance(31);
    expect(status(fixture, sid)).toBe('closed');
  });

  it('slides its Ttl with every interaction', async () => {
    const fixture = new Fixture();
    const { sid } = fixture.pair(NUMBER, { ttl: 60 });
    await fixture.clock.advance(50);
    expect(use(fixture)).toBeDefined();
    await fixture.clock.advance(50);
    expect(status(fixture, sid)).toBe('in-progress');
    await fixture.clock.advance(11);
    expect(status(fixture, sid)).toBe('closed');
  });

  it('does not slide its DateExpiry', async () => {
    const fixture = new Fixture();
    const { sid } = fixture.pair(NUMBER, { dateExpiry: fixture.clock.now() + 60_000 });
    await fixture.clock.advance(50);
    use(fixture);
    await fixture.clock.advance(11);
    expect(status(fixture, sid)).toBe('closed');
  });

  it('leaves its route and its numbers free once it expired, and is remembered as the previous one', async () => {
    const fixture = new Fixture();
    const session = fixture.pair(NUMBER, { ttl: 60 });
    await fixture.clock.advance(61);
    expect(fixture.proxy.route(BUYER, NUMBER)).toBeUndefined();
    expect(fixture.proxy.previous(SELLER, NUMBER)?.session).toBe(session);
    expect(fixture.pair(NUMBER).status).toBe('open');
  });

  it('can be prolonged while it lives', async () => {
    const fixture = new Fixture();
    const session = fixture.pair(NUMBER, { ttl: 60 });
    await fixture.clock.advance(50);
    ok(fixture.proxy.sessions.update(session, { ttl: 3600 }));
    await fixture.clock.advance(60);
    expect(status(fixture, session.sid)).toBe('open');
  });

  it('vanishes 90 days after it closed', async () => {
    const fixture = new Fixture();
    const { sid } = fixture.pair(NUMBER, { ttl: 60, uniqueName: 'order-1' });
    await fixture.clock.advance(60 + 89 * DAY_SECONDS);
    expect(status(fixture, sid)).toBe('closed');
    await fixture.clock.advance(2 * DAY_SECONDS);
    expect(status(fixture, sid)).toBeUndefined();
    expect(fixture.proxy.previous(BUYER, NUMBER)).toBeUndefined();
    expect(ok(fixture.session({ uniqueName: 'order-1' }))).toBeDefined();
  });
});

describe('the status of a session', () => {
  const inStatus = (fixture: Fixture, wanted: SessionStatus) => {
    const session = fixture.pair(NUMBER);
    if (wanted === 'in-progress') use(fixture);
    if (wanted === 'closed') ok(fixture.proxy.sessions.update(session, { status: 'closed' }));
    return session;
  };

  it.each<[SessionStatus, SessionStatus]>([
    ['open', 'closed'],
    ['in-progress', 'closed'],
    ['closed', 'in-progress'],
  ])('goes from %s to %s', (from, to) => {
    const fixture = new Fixture();
    const session = inStatus(fixture, from);
    expect(ok(fixture.proxy.sessions.update(session, { status: to })).status).toBe(to);
  });

  it.each<[SessionStatus, SessionStatus]>([
    ['open', 'in-progress'],
    ['open', 'open'],
    ['in-progress', 'open'],
    ['closed', 'open'],
    ['closed', 'closed'],
  ])('does not go from %s to %s', (from, to) => {
    const fixture = new Fixture();
    const session = inStatus(fixture, from);
    expect(refused(fixture.proxy.sessions.update(session, { status: to }))).toEqual([400, 80608]);
  });

  it('says why and when it closed, until it is opened again', () => {
    const fixture = new Fixture();
    const session = inStatus(fixture, 'closed');
    expect(session).toMatchObject({ closedReason: 'api', dateEnded: expect.any(Number) });
    expect(fixture.proxy.route(BUYER, NUMBER)).toBeUndefined();
    ok(fixture.proxy.sessions.update(session, { status: 'in-progress' }));
    expect(session).toMatchObject({ closedReason: null, dateEnded: null });
    expect(fixture.proxy.route(BUYER, NUMBER)?.session).toBe(session);
  });

  it('keeps a closed session from every other change and from new participants', () => {
    const fixture = new Fixture();
    const session = inStatus(fixture, 'closed');
    expect(refused(fixture.proxy.sessions.update(session, { ttl: 60 }))).toEqual([400, 80607]);
    const late = fixture.proxy.addParticipant(session.serviceSid, session.sid, { identifier: SELLER });
    expect(refused(late)).toEqual([400, 80607]);
  });

  it('stays closed where its route belongs to another session by now', () => {
    const fixture = new Fixture();
    const session = inStatus(fixture, 'closed');
    fixture.pair(NUMBER);
    expect(refused(fixture.proxy.sessions.update(session, { status: 'in-progress' }))).toEqual([400, 80604]);
  });
});

describe('a session', () => {
  it('that is created closed joins nobody and holds no number', () => {
    const fixture = new Fixture();
    expect(fixture.pair(NUMBER, { status: 'closed' })).toMatchObject({ closedReason: 'api' });
    expect(fixture.proxy.route(BUYER, NUMBER)).toBeUndefined();
    expect(fixture.pair(NUMBER).status).toBe('open');
  });

  it('is not found in another service', () => {
    const fixture = new Fixture();
    const other = ok(fixture.proxy.services.create({ uniqueName: 'other' }));
    const session = fixture.pair(NUMBER);
    expect(refused(fixture.proxy.sessions.get(other.sid, session.sid))).toEqual([404, 20404]);
    expect(refused(fixture.proxy.createSession('KS0', {}))).toEqual([404, 20404]);
  });

  it('is not created where one of its participants is refused', () => {
    const fixture = new Fixture();
    const participants = [{ identifier: BUYER, proxyIdentifier: NUMBER }, { identifier: '+81' }];
    expect(refused(fixture.session({ uniqueName: 'order-1', participants }))).toEqual([400, 80404]);
    expect(fixture.proxy.sessions.byUniqueName(fixture.service.sid, 'order-1')).toBeUndefined();
    expect(fixture.pair(NUMBER).status).toBe('open');
  });
});
