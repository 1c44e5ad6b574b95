import { OptOuts, optOutKeyword } from '../../../../simulator/twilio/account/opt-outs';

test.each([
  ['STOP', 'stop'],
  [' quit\n', 'stop'],
  ['OptOut', 'stop'],
  ['yes', 'start'],
  ['Unstop', 'start'],
  ['info', 'help'],
  ['stop it', undefined],
  ['', undefined],
])('%j is %s', (body, keyword) => {
  expect(optOutKeyword(body)).toBe(keyword);
});

test('an opt-out holds for one phone and one number, until it is taken back', () => {
  const optOuts = new OptOuts();
  optOuts.obey('stop', 'phone', 'number');
  optOuts.obey('help', 'other phone', 'number');
  const forbidden = () => ['phone', 'other phone'].filter((phone) => optOuts.forbids('number', phone));
  expect(forbidden()).toEqual(['phone']);
  expect(optOuts.forbids('other number', 'phone')).toBe(false);
  optOuts.obey('start', 'phone', 'number');
  expect(forbidden()).toEqual([]);
});
