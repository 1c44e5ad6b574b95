import type { SessionMode } from '../../../../simulator/twilio/model';
import { BUYER, PROXY_NUMBERS, SELLER, STRANGER } from '../support';
import { Fixture, numbersOf, ok, refused } from './fixture';

const [FIRST, SECOND, THIRD] = PROXY_NUMBERS;
const AMERICAN = '+14155552671';
const alone = (identifier: string, proxyIdentifier?: string) => ({
  participants: [{ identifier, proxyIdentifier }],
});

describe('a pinned number', () => {
  it('is held by one active session of a participant only', () => {
    const fixture = new Fixture();
    const session = fixture.pair(FIRST);
    expect(refused(fixture.session(alone(BUYER, FIRST)))).toEqual([400, 80604]);
    ok(fixture.proxy.sessions.update(session, { status: 'closed' }));
    expect(numbersOf(ok(fixture.session(alone(BUYER, FIRST))))).toEqual([FIRST]);
  });

  it("must be the account's, and the service's", () => {
    const fixture = new Fixture();
    expect(refused(fixture.session(alone(BUYER, '+815099999999')))).toEqual([400, 80606]);
    fixture.account.add({ phoneNumber: '+815099999999' });
    expect(refused(fixture.session(alone(BUYER, '+815099999999')))).toEqual([400, 80605]);
    const other = ok(fixture.proxy.services.create({ uniqueName: 'other' }));
    ok(fixture.proxy.numbers.add(other.sid, { phoneNumber: '+815099999999' }));
    expect(refused(fixture.session(alone(BUYER, '+815099999999')))).toEqual([400, 80605]);
  });

  it('can be named by its sid', () => {
    const fixture = new Fixture();
    const proxyIdentifierSid = fixture.addNumber('+815031110004').sid;
    const session = ok(fixture.session({ participants: [{ identifier: BUYER, proxyIdentifierSid }] }));
    expect(numbersOf(session)).toEqual(['+815031110004']);
    const unknown = { participants: [{ identifier: BUYER, proxyIdentifierSid: 'PN0' }] };
    expect(refused(fixture.session(unknown))).toEqual([400, 80605]);
  });

  it('may be reserved', () => {
    const fixture = new Fixture([]);
    fixture.addNumber(FIRST, true);
    expect(numbersOf(fixture.pair(FIRST))).toEqual([FIRST, FIRST]);
  });

  it('goes to the other participant too, where that one is not pinned', () => {
    const fixture = new Fixture();
    const participants = [{ identifier: BUYER }, { identifier: SELLER, proxyIdentifier: THIRD }];
    expect(numbersOf(ok(fixture.session({ participants })))).toEqual([THIRD, THIRD]);
  });
});

describe('the number that Proxy chooses', () => {
  it('is one for both participants', () => {
    const [one, other] = numbersOf(new Fixture().pair());
    expect(one).toBe(other);
  });

  it('differs between two sessions of one participant, as long as numbers are left', () => {
    const fixture = new Fixture();
    const chosen = [1, 2, 3].flatMap(() => numbersOf(ok(fixture.session(alone(BUYER)))));
    expect(new Set(chosen)).toEqual(new Set(PROXY_NUMBERS));
    expect(refused(fixture.session(alone(BUYER)))).toEqual([400, 80208]);
    expect(ok(fixture.session(alone(SELLER)))).toBeDefined();
  });

  it('is the one that the participant had before, or just not that one, as the service prefers', () => {
    const fixture = new Fixture();
    ok(fixture.proxy.sessions.update(fixture.pair(SECOND), { status: 'closed' }));
    expect(numbersOf(ok(fixture.session(alone(BUYER))))).toEqual([SECOND]);
    ok(fixture.proxy.services.update(fixture.service.sid, { numberSelectionBehavior: 'avoid-sticky' }));
    expect(numbersOf(ok(fixture.session(alone(SELLER))))).not.toEqual([SECOND]);
  });

  it('is not remembered from a session that was deleted', () => {
    const fixture = new Fixture();
    fixture.proxy.sessions.delete(fixture.pair(SECOND));
    expect(numbersOf(ok(fixture.session(alone(BUYER))))).toEqual([FIRST]);
  });

  it('is the least used one for a newcomer', () => {
    const fixture = new Fixture();
    for (const number of [FIRST, THIRD]) ok(fixture.session(alone(BUYER, number)));
    expect(numbersOf(ok(fixture.session(alone(STRANGER))))).toEqual([SECOND]);
  });

  it.each<[string, () => Fixture, SessionMode, number]>([
    ['the service has no number', () => new Fixture([]), 'voice-only', 80206],
    ['every number is reserved', () => withReserved(), 'voice-only', 80207],
    ['no number is of the country', () => new Fixture([AMERICAN]), 'voice-only', 80203],
    ['Japanese numbers are to text', () => new Fixture(), 'voice-and-message', 80202],
    ['Japanese numbers are to text only', () => new Fixture(), 'message-only', 80202],
    ['no number can talk', () => withoutVoice(), 'voice-only', 80201],
  ])('is refused where %s', (_name, setUp, mode, code) => {
    expect(refused(setUp().session({ mode, ...alone(BUYER) }))).toEqual([400, code]);
  });

  it('needs the capabilities of both where the mode is left at its default', () => {
    const fixture = new Fixture();
    const { sid } = fixture.service;
    expect(refused(fixture.proxy.createSession(sid, alone(BUYER)))).toEqual([400, 80202]);
    expect(refused(fixture.proxy.createSession(sid, alone(BUYER, FIRST)))).toEqual([400, 80202]);
  });
});

function withReserved(): Fixture {
  const fixture = new Fixture([]);
  fixture.addNumber(FIRST, true);
  return fixture;
}

function withoutVoice(): Fixture {
  const fixture = new Fixture([]);
  const capabilities = { voice: false, sms: true, mms: false, fax: false };
  fixture.account.add({ phoneNumber: FIRST, capabilities });
  fixture.addNumber(FIRST);
  return fixture;
}
