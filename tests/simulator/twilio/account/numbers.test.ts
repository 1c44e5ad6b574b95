import { AccountNumbers, countryOf } from '../../../../simulator/twilio/account/numbers';
import { SimulatedClock } from '../../../../simulator/twilio/clock';

const numbers = () => new AccountNumbers(new SimulatedClock());

describe('the numbers of the account', () => {
  it('can only talk where they are Japanese, and text too elsewhere', () => {
    const account = numbers();
    expect(account.add({ phoneNumber: '+815031110001' })).toMatchObject({
      isoCountry: 'JP',
      capabilities: { voice: true, sms: false },
    });
    expect(account.add({ phoneNumber: '+14155552671' })).toMatchObject({
      isoCountry: 'US',
      capabilities: { voice: true, sms: true },
    });
  });

  it('are found by number and by sid, and keep what they were given', () => {
    const account = numbers();
    const capabilities = { voice: true, sms: true, mms: false, fax: false };
    const added = account.add({
      phoneNumber: '+815031110001',
      capabilities,
      voiceUrl: 'http://localhost/voice',
    });
    expect(account.get('+815031110001')).toBe(added);
    expect(account.bySid(added.sid)).toMatchObject({ capabilities, voiceUrl: 'http://localhost/voice' });
  });

  it('are bought once only', () => {
    const account = numbers();
    expect(account.add({ phoneNumber: '+815031110001' })).toBe(account.add({ phoneNumber: '+815031110001' }));
  });

  it('change what they are told to, and nothing else', () => {
    const account = numbers();
    const { sid } = account.add({ phoneNumber: '+815031110001', smsUrl: 'http://localhost/sms' });
    expect(account.update(sid, { voiceUrl: 'http://localhost/voice' })).toMatchObject({
      voiceUrl: 'http://localhost/voice',
      smsUrl: 'http://localhost/sms',
    });
    expect(account.update('PN0', { voiceUrl: '' })).toBeUndefined();
  });

  it('are released', () => {
    const account = numbers();
    const { sid } = account.add({ phoneNumber: '+815031110001' });
    expect(account.remove('+815031110001')).toBe(true);
    expect(account.remove('+815031110001')).toBe(false);
    expect([account.get('+815031110001'), account.bySid(sid)]).toEqual([undefined, undefined]);
  });
});

it('knows the country of a number, or that it has none', () => {
  expect([countryOf('+819011112222'), countryOf('anonymous')]).toEqual(['JP', 'ZZ']);
});
