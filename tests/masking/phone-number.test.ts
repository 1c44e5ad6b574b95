import type { Country, NumberRefusal } from '../../src/masking/numbers';
import { type NumberPolicy, parseSubscriberNumber } from '../../src/masking/phone-number';

const japan = policy('JP');
const MOBILE = '+819012345678';
const TOKYO = '+81312345678';

function policy(...countries: [string, ...string[]]): NumberPolicy {
  const [defaultCountry, ...others] = countries as [Country, ...Country[]];
  return { defaultCountry, allowedCountries: [defaultCountry, ...others] };
}

const accepted: readonly (readonly [what: string, spelled: string, number: string])[] = [
  ['a mobile number without separators', '09012345678', MOBILE],
  ['a landline with hyphens', '03-1234-5678', TOKYO],
  ['a landline with a long area code', '0422-55-1234', '+81422551234'],
  ['an IP phone number', '050-3123-4567', '+815031234567'],
  ['a number that begins with 070', '070-1234-5678', '+817012345678'],
  ['a number that begins with 080', '080-1234-5678', '+818012345678'],
  ['spaces', '090 1234 5678', MOBILE],
  ['ideographic spaces', '090\u30001234\u30005678', MOBILE],
  ['tabs and line ends', '\t090\t1234\n5678 ', MOBILE],
  ['round brackets', '(03)1234-5678', TOKYO],
  ['full-width brackets', '（03）1234－5678', TOKYO],
  ['square brackets', '[03] 1234 5678', TOKYO],
  ['dots and slashes', '090.1234/5678', MOBILE],
  ['full-width digits', '０９０１２３４５６７８', MOBILE],
  ['full-width digits and hyphens', '０３－１２３４－５６７８', TOKYO],
  ['full-width and ordinary digits mixed', '０９0-1２34-５６７８', MOBILE],
  ['a full-width plus sign', '＋81-90-1234-5678', MOBILE],
  ['+81', '+81 90 1234 5678', MOBILE],
  ['+81 with the trunk zero in brackets', '+81 (0)90-1234-5678', MOBILE],
  ['+81 with the trunk zero', '+81-03-1234-5678', TOKYO],
  ['0081', '0081 90 1234 5678', MOBILE],
  ['0081 with the trunk zero', '0081-03-1234-5678', TOKYO],
  ['direction marks that a copied number brings along', '\u202a090-1234-5678\u202c', MOBILE],
  ['middle dots', '090・1234・5678', MOBILE],
  ['010 81', '010 81 90 1234 5678', MOBILE],
  ['010 81 with the trunk zero', '010-81-090-1234-5678', MOBILE],
  ['81 without a plus sign', '81 90 1234 5678', MOBILE],
];

/** Code points of what people and keyboards put between digits. */
const DASHES = [
  0x2d, 0xad, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0x301c, 0x30fc, 0xff0d, 0xff5e, 0x7e,
];

const refused: readonly (readonly [what: string, spelled: string, reason: NumberRefusal])[] = [
  ['nothing', '', 'invalid'],
  ['spaces only', '   ', 'invalid'],
  ['a lone plus sign', '+', 'invalid'],
  ['brackets only', '()', 'invalid'],
  ['letters', '090-ABCD-5678', 'invalid'],
  ['a tel: address', 'tel:09012345678', 'invalid'],
  ['an extension', '03-1234-5678 ext 5', 'invalid'],
  ['an extension after x', '03-1234-5678x5', 'invalid'],
  ['an extension parameter', '03-1234-5678;ext=5', 'invalid'],
  ['an extension in Japanese', '03-1234-5678 内線5', 'invalid'],
  ['a pound sign', '#7119', 'invalid'],
  ['two plus signs', '++819012345678', 'invalid'],
  ['a plus sign inside', '090+1234+5678', 'invalid'],
  ['a plus sign before 0081', '+0081 90 1234 5678', 'invalid'],
  ['digits of another script', '٠٩٠١٢٣٤٥٦٧٨', 'invalid'],
  ['the prefix that withholds the own number', '184-090-1234-5678', 'invalid'],
  ['the prefix that shows the own number', '186-090-1234-5678', 'invalid'],
  ['a mobile number with a digit too few', '090-1234-567', 'invalid'],
  ['a mobile number with a digit too many', '090-1234-56789', 'invalid'],
  ['zeros', '00000000000', 'invalid'],
  ['a country code that belongs to nobody', '+999 1234567', 'invalid'],
  ['a satellite phone', '+870 773 111 632', 'invalid'],
  ['an international toll-free number', '+800 1234 5678', 'invalid'],
  ['one digit', '9', 'too_short'],
  ['a country code alone', '+81', 'too_short'],
  ['directory assistance', '104', 'too_short'],
  ['the speaking clock', '117', 'too_short'],
  ['the consumer hotline', '188', 'too_short'],
  ['emergency behind the country code', '+81 119', 'too_short'],
  ['more digits than any number has', '09012345678901234567', 'too_long'],
  ['more characters than any spelling has', `090${' '.repeat(40)}12345678`, 'too_long'],
  ['police', '110', 'emergency'],
  ['coast guard', '118', 'emergency'],
  ['fire and ambulance', '119', 'emergency'],
  ['the disaster message line', '171', 'emergency'],
  ['the European emergency number', '112', 'emergency'],
  ['the American emergency number', '911', 'emergency'],
  ['the British emergency number', '999', 'emergency'],
  ['emergency with spaces', '1 1 0', 'emergency'],
  ['emergency in full-width digits', '１１９', 'emergency'],
  ['emergency behind a plus sign', '+110', 'emergency'],
  ['toll-free 0120', '0120-123-456', 'toll_free'],
  ['toll-free 0800', '0800-123-4567', 'toll_free'],
  ['toll-free behind +81', '+81 120 123 456', 'toll_free'],
  ['premium-rate 0990', '0990-123-456', 'premium_rate'],
  ['shared-cost 0570', '0570-123-456', 'premium_rate'],
  ['shared-cost behind +81', '+81 570 123 456', 'premium_rate'],
  ['a pager', '020-1234-5678', 'not_a_subscriber'],
  ['the United States', '+1 202-555-0123', 'country_not_allowed'],
  ['a premium-rate number of another country', '+1 900 555 0123', 'country_not_allowed'],
  ['the United Kingdom behind 0044', '0044 7400 123456', 'country_not_allowed'],
  ['China behind 010', '010 86 131 2345 6789', 'country_not_allowed'],
];

describe('a spelling that is accepted', () => {
  it.each(accepted)('%s: %j is %s', (_, spelled, number) => {
    expect(parseSubscriberNumber(spelled, japan)).toEqual({ ok: true, number, country: 'JP' });
  });

  it.each(DASHES.map((code) => [`U+${code.toString(16).padStart(4, '0')}`, String.fromCodePoint(code)]))(
    'dash or wave %s',
    (_, dash) => {
      expect(parseSubscriberNumber(`090${dash}1234${dash}5678`, japan)).toMatchObject({ number: MOBILE });
    },
  );
});

describe('a spelling that is refused', () => {
  it.each(refused)('%s: %j is %s', (_, spelled, reason) => {
    expect(parseSubscriberNumber(spelled, japan)).toEqual({ ok: false, reason });
  });
});

describe('the refused ranges', () => {
  const ranges: NumberPolicy = { ...japan, refusedPrefixes: ['+8150', '+81422'] };

  it.each(['050-3123-4567', '+81 50 3123 4567', '0422-55-1234'])(
    'stop a number that begins like one: %s',
    (spelled) => {
      expect(parseSubscriberNumber(spelled, ranges)).toEqual({ ok: false, reason: 'range_refused' });
    },
  );

  it.each([
    ['090-1234-5678', MOBILE],
    ['042-350-1234', '+81423501234'],
  ])('stop no other: %s', (spelled, number) => {
    expect(parseSubscriberNumber(spelled, ranges)).toMatchObject({ ok: true, number });
  });
});

describe('the countries', () => {
  const several = policy('JP', 'US', 'GB', 'DE');

  it.each([
    ['+1 202-555-0123', '+12025550123', 'US'],
    ['001 202-555-0123', '+12025550123', 'US'],
    ['010 1 202-555-0123', '+12025550123', 'US'],
    ['+44 7400 123456', '+447400123456', 'GB'],
    ['03-1234-5678', TOKYO, 'JP'],
  ])('on the list may be called: %s', (spelled, number, country) => {
    expect(parseSubscriberNumber(spelled, several)).toEqual({ ok: true, number, country });
  });

  it.each<[string, string, NumberRefusal]>([
    ['Canada, which shares a country code with the United States', '+1 416 555 0123', 'country_not_allowed'],
    ['the Isle of Man, which shares one with the United Kingdom', '+44 7624 123456', 'country_not_allowed'],
    ['a premium-rate number', '+1 900 555 0123', 'premium_rate'],
    ['a number at a higher price', '+44 843 234 5678', 'premium_rate'],
    ['a shared-cost number', '+49 180 501 2345', 'premium_rate'],
    ['a personal number, which forwards at a price of its own', '+44 70 1234 5678', 'premium_rate'],
    ['a toll-free number', '+1 800 555 0199', 'toll_free'],
    ['a pager', '+44 7640 123456', 'not_a_subscriber'],
  ])('on the list do not open the way to %s', (_, spelled, reason) => {
    expect(parseSubscriberNumber(spelled, several)).toEqual({ ok: false, reason });
  });

  it('decide what a number without a country code means', () => {
    expect(parseSubscriberNumber('(202) 555-0123', policy('US'))).toMatchObject({ number: '+12025550123' });
    expect(parseSubscriberNumber('020 7946 0018', policy('GB'))).toMatchObject({ number: '+442079460018' });
  });

  it('do not include one that does not exist', () => {
    const reason = 'country_not_allowed';
    expect(parseSubscriberNumber('0123456789', policy('ZZ'))).toEqual({ ok: false, reason });
  });
});
