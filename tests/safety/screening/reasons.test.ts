import { explain, screen } from '../../../src/safety/screening';

test('a finding is explained in both languages', () => {
  const [finding] = screen('090-0000-1234').findings;
  expect(finding && explain(finding, 'ja')).toBe('電話番号が含まれています。');
  expect(finding && explain(finding, 'en')).toBe('This is a phone number.');
});
