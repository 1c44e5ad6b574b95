import { PROXY_NUMBERS } from '../support';
import { both, Fixture, ok, refused } from './fixture';

const [NUMBER] = PROXY_NUMBERS;

describe('a number that joins a service', () => {
  it('loses the webhooks that were set on it', () => {
    const fixture = new Fixture([]);
    fixture.account.add({
      phoneNumber: NUMBER,
      voiceUrl: 'http://localhost/voice',
      smsUrl: 'http://localhost/sms',
    });
    ok(fixture.proxy.numbers.add(fixture.service.sid, { phoneNumber: NUMBER }));
    expect(fixture.account.get(NUMBER)?.voiceUrl).toMatch(/^https:\/\/proxy\.twilio\.com\//);
    expect(fixture.account.get(NUMBER)?.smsUrl).toMatch(/^https:\/\/proxy\.twilio\.com\//);
  });

  it('belongs to that one only', () => {
    const fixture = new Fixture([NUMBER]);
    const other = ok(fixture.proxy.services.create({ uniqueName: 'other' }));
    for (const { sid } of [fixture.service, other]) {
      expect(refused(fixture.proxy.numbers.add(sid, { phoneNumber: NUMBER }))).toEqual([400, 80101]);
    }
  });

  it("is the account's, named by sid or by number", () => {
    const fixture = new Fixture([]);
    const { sid } = fixture.account.add({ phoneNumber: NUMBER });
    const add = (params: { sid?: string; phoneNumber?: string }) =>
      refused(fixture.proxy.numbers.add(fixture.service.sid, params));
    expect(add({ phoneNumber: '+815099999999' })).toEqual([400, 80606]);
    expect(add({})).toEqual([400, 20001]);
    expect(add({ sid, phoneNumber: NUMBER })).toEqual([400, 20001]);
    expect(add({ sid })).toMatchObject({ sid, phoneNumber: NUMBER });
  });

  it('is the 501st unreserved one and refused, while reserved ones still fit', () => {
    const numbers = Array.from({ length: 500 }, (_, index) => `+8150311${String(10_000 + index)}` as const);
    const fixture = new Fixture(numbers);
    fixture.account.add({ phoneNumber: '+815099999999' });
    const add = (isReserved: boolean) =>
      fixture.proxy.numbers.add(fixture.service.sid, { phoneNumber: '+815099999999', isReserved });
    expect(refused(add(false))).toEqual([400, 80622]);
    const { sid } = ok(add(true));
    expect(refused(fixture.proxy.numbers.update(fixture.service.sid, sid, false))).toEqual([400, 80622]);
  });
});

describe('a number of a service', () => {
  it('counts the live sessions on it, each once', () => {
    const fixture = new Fixture([NUMBER]);
    const number = ok(fixture.proxy.numbers.get(fixture.service.sid, fixture.account.get(NUMBER)?.sid ?? ''));
    const session = fixture.pair(NUMBER);
    expect(fixture.proxy.inUse(number)).toBe(1);
    ok(fixture.proxy.sessions.update(session, { status: 'closed' }));
    expect(fixture.proxy.inUse(number)).toBe(0);
  });

  it('is in use until the last participant on it is gone', () => {
    const fixture = new Fixture([NUMBER]);
    const number = ok(fixture.proxy.numbers.get(fixture.service.sid, fixture.account.get(NUMBER)?.sid ?? ''));
    const session = fixture.pair(NUMBER);
    const [buyer, seller] = both(session);
    fixture.proxy.participants.remove(session, buyer.sid);
    expect(fixture.proxy.inUse(number)).toBe(1);
    fixture.proxy.participants.remove(session, seller.sid);
    expect(fixture.proxy.inUse(number)).toBe(0);
  });

  it('stays while a live session needs it', () => {
    const fixture = new Fixture([NUMBER]);
    const sid = fixture.account.get(NUMBER)?.sid ?? '';
    const session = fixture.pair(NUMBER);
    expect(refused(fixture.proxy.removeNumber(fixture.service.sid, sid))).toEqual([400, 80611]);
    fixture.proxy.sessions.delete(session);
    expect(fixture.proxy.removeNumber(fixture.service.sid, sid)).toBeUndefined();
    expect(refused(fixture.proxy.removeNumber(fixture.service.sid, sid))).toEqual([404, 20404]);
    expect(fixture.proxy.serviceOfNumber(NUMBER)).toBeUndefined();
  });
});
