import type { Route } from '../../../../simulator/twilio/proxy/params';
import { BUYER, PROXY_NUMBERS, SELLER, STRANGER, StillClock } from '../support';
import { both, Fixture, ok } from './fixture';

const [FIRST, SECOND] = PROXY_NUMBERS;
const CALL = { type: 'voice', sid: 'CA1', status: 'ringing', data: '' } as const;

const parties = (route: Route | undefined) => route && [route.inbound.identifier, route.outbound.identifier];

describe('routing', () => {
  it('joins the two participants of a session in both directions, each by the own number', () => {
    const { proxy, ...fixture } = new Fixture();
    const session = ok(
      proxy.createSession(fixture.service.sid, {
        mode: 'voice-only',
        participants: [
          { identifier: BUYER, proxyIdentifier: FIRST },
          { identifier: SELLER, proxyIdentifier: SECOND },
        ],
      }),
    );
    expect(parties(proxy.route(BUYER, FIRST))).toEqual([BUYER, SELLER]);
    expect(parties(proxy.route(SELLER, SECOND))).toEqual([SELLER, BUYER]);
    expect(proxy.route(BUYER, FIRST)?.session).toBe(session);
  });

  it('leads nowhere for strangers, withheld numbers and the number of the other side', () => {
    const fixture = new Fixture();
    fixture.pair(FIRST);
    expect(fixture.proxy.route(STRANGER, FIRST)).toBeUndefined();
    expect(fixture.proxy.route('anonymous', FIRST)).toBeUndefined();
    expect(fixture.proxy.route(BUYER, SECOND)).toBeUndefined();
  });

  it('leads nowhere while one participant is alone', () => {
    const fixture = new Fixture();
    ok(fixture.session({ participants: [{ identifier: BUYER, proxyIdentifier: FIRST }] }));
    expect(fixture.proxy.route(BUYER, FIRST)).toBeUndefined();
  });

  it('tells sessions on one number apart by who calls', () => {
    const fixture = new Fixture();
    fixture.pair(FIRST);
    const participants = ['+819077778888', STRANGER].map((identifier) => ({
      identifier,
      proxyIdentifier: FIRST,
    }));
    ok(fixture.session({ participants }));
    expect(parties(fixture.proxy.route(STRANGER, FIRST))).toEqual([STRANGER, '+819077778888']);
    expect(parties(fixture.proxy.route(BUYER, FIRST))).toEqual([BUYER, SELLER]);
  });

  it('ends with the session, which is then the previous one until it is deleted', () => {
    const fixture = new Fixture();
    const session = fixture.pair(FIRST);
    expect(fixture.proxy.previous(BUYER, FIRST)).toBeUndefined();
    ok(fixture.proxy.sessions.update(session, { status: 'closed' }));
    expect(fixture.proxy.route(BUYER, FIRST)).toBeUndefined();
    expect(fixture.proxy.previous(BUYER, FIRST)?.session).toBe(session);
    fixture.proxy.sessions.delete(session);
    expect(fixture.proxy.previous(BUYER, FIRST)).toBeUndefined();
  });

  it('forgets a live session at once when it is deleted', () => {
    const fixture = new Fixture();
    fixture.proxy.sessions.delete(fixture.pair(FIRST));
    expect(fixture.proxy.route(BUYER, FIRST)).toBeUndefined();
    expect(fixture.proxy.previous(BUYER, FIRST)).toBeUndefined();
  });

  it('ends with the session to the millisecond, even where its timer is late', () => {
    const clock = new StillClock();
    const fixture = new Fixture(PROXY_NUMBERS, clock);
    fixture.pair(FIRST, { ttl: 60 });
    clock.skip(59_999);
    expect(fixture.proxy.route(BUYER, FIRST)).toBeDefined();
    clock.skip(1);
    expect(fixture.proxy.route(BUYER, FIRST)).toBeUndefined();
  });

  it('knows the service of a proxy number', () => {
    const fixture = new Fixture();
    fixture.account.add({ phoneNumber: '+815099990000' });
    expect(fixture.proxy.serviceOfNumber(FIRST)).toBe(fixture.service);
    expect(fixture.proxy.serviceOfNumber('+815099990000')).toBeUndefined();
  });
});

describe('an interaction', () => {
  it('brings its session in progress and names who called', () => {
    const fixture = new Fixture();
    const session = fixture.pair(FIRST);
    const [buyer] = both(session);
    const route = fixture.proxy.route(BUYER, FIRST);
    const interaction = route && fixture.proxy.startInteraction(route, CALL);
    expect(interaction).toMatchObject({
      sessionSid: session.sid,
      inboundParticipantSid: buyer.sid,
      type: 'voice',
    });
    expect(session).toMatchObject({ status: 'in-progress' });
    expect(session.dateStarted).not.toBeNull();
    expect(session.dateLastInteraction).not.toBeNull();
  });

  it('changes with the call, until the session is deleted with it', () => {
    const fixture = new Fixture();
    const session = fixture.pair(FIRST);
    const route = fixture.proxy.route(BUYER, FIRST);
    const sid = route ? fixture.proxy.startInteraction(route, CALL).sid : '';
    const changes = {
      outboundResourceSid: 'CA2',
      outboundResourceStatus: 'completed',
      data: '{"duration":"5"}',
    } as const;
    expect(fixture.proxy.updateInteraction(sid, changes)).toMatchObject(changes);
    fixture.proxy.sessions.delete(session);
    expect(fixture.proxy.updateInteraction(sid, changes)).toBeUndefined();
    expect(fixture.proxy.interactions.page(session, 10).records).toEqual([]);
  });

  it('does not wake a session that ended while it began', () => {
    const fixture = new Fixture();
    const session = fixture.pair(FIRST);
    const route = fixture.proxy.route(BUYER, FIRST);
    ok(fixture.proxy.sessions.update(session, { status: 'closed' }));
    if (route) fixture.proxy.startInteraction(route, CALL);
    expect(session).toMatchObject({ status: 'closed', dateLastInteraction: null });
  });
});

describe('deleting a service', () => {
  it('destroys its sessions and gives its numbers back', () => {
    const fixture = new Fixture();
    const session = fixture.pair(FIRST);
    expect(fixture.proxy.deleteService(fixture.service.sid)).toBeUndefined();
    expect(fixture.proxy.sessions.find(session.sid)).toBeUndefined();
    expect(fixture.proxy.route(BUYER, FIRST)).toBeUndefined();
    const other = ok(fixture.proxy.services.create({ uniqueName: 'marketplace' }));
    expect(ok(fixture.proxy.numbers.add(other.sid, { phoneNumber: FIRST })).serviceSid).toBe(other.sid);
  });
});
