import { newSid } from '../../../simulator/twilio/sids';

it("gives every resource a sid of Twilio's form, no two alike", () => {
  expect(newSid('KC')).toMatch(/^KC[0-9a-f]{32}$/);
  expect(newSid('KC')).not.toBe(newSid('KC'));
});
