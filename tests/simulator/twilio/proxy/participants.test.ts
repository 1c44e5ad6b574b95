import { BUYER, PROXY_NUMBERS, SELLER, STRANGER } from '../support';
import { both, Fixture, numbersOf, ok, refused } from './fixture';

const [FIRST, SECOND] = PROXY_NUMBERS;

describe('a participant', () => {
  it.each(['', '0901111222', '+81', '+81110', '+819011112222222222', 'sip:someone@example.com'])(
    'is refused where %p is no number that can be reached',
    (identifier) => {
      const fixture = new Fixture();
      expect(refused(fixture.session({ participants: [{ identifier }] }))).toEqual([400, 80404]);
    },
  );

  it('is the third and refused', () => {
    const fixture = new Fixture();
    const three = [BUYER, SELLER, STRANGER].map((identifier) => ({ identifier }));
    expect(refused(fixture.session({ participants: three }))).toEqual([400, 80609]);
    const { serviceSid, sid } = fixture.pair(FIRST);
    const third = fixture.proxy.addParticipant(serviceSid, sid, { identifier: STRANGER });
    expect(refused(third)).toEqual([400, 80609]);
  });

  it('is refused twice in one session', () => {
    const fixture = new Fixture();
    const twice = [{ identifier: BUYER }, { identifier: BUYER, proxyIdentifier: FIRST }];
    expect(refused(fixture.session({ participants: twice }))).toEqual([400, 80103]);
  });

  it('cannot come back once removed, but somebody else can take the place', () => {
    const fixture = new Fixture();
    const session = fixture.pair(FIRST);
    const [buyer] = both(session);
    expect(fixture.proxy.participants.remove(session, buyer.sid)).toBeUndefined();
    expect(fixture.proxy.route(SELLER, FIRST)).toBeUndefined();
    const add = (identifier: string) =>
      fixture.proxy.addParticipant(session.serviceSid, session.sid, { identifier, proxyIdentifier: FIRST });
    expect(refused(add(BUYER))).toEqual([400, 80612]);
    expect(ok(add(STRANGER)).participant.proxyIdentifier).toBe(FIRST);
    expect(fixture.proxy.route(SELLER, FIRST)?.outbound.identifier).toBe(STRANGER);
  });

  it('stays readable once removed and frees its number for another session', () => {
    const fixture = new Fixture();
    const session = fixture.pair(FIRST);
    const [buyer] = both(session);
    fixture.proxy.participants.remove(session, buyer.sid);
    expect(ok(fixture.proxy.participants.get(session, buyer.sid)).dateDeleted).not.toBeNull();
    expect(refused(fixture.proxy.participants.remove(session, buyer.sid))).toEqual([404, 20404]);
    expect(
      numbersOf(ok(fixture.session({ participants: [{ identifier: BUYER, proxyIdentifier: FIRST }] }))),
    ).toEqual([FIRST]);
  });

  it('may have a name of 255 characters and not one more', () => {
    const fixture = new Fixture();
    const named = (length: number) =>
      fixture.session({ participants: [{ identifier: BUYER, friendlyName: 'x'.repeat(length) }] });
    expect(ok(named(255)).participants[0]?.friendlyName).toHaveLength(255);
    expect(refused(named(256))).toEqual([400, 20001]);
  });

  it('keeps the order of the request, whoever is pinned', () => {
    const fixture = new Fixture();
    const participants = [{ identifier: BUYER }, { identifier: SELLER, proxyIdentifier: SECOND }];
    const session = ok(fixture.session({ participants }));
    expect(session.participants.map(({ identifier }) => identifier)).toEqual([BUYER, SELLER]);
  });
});
