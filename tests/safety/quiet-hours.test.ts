import { isQuiet } from '../../src/safety/quiet-hours';

const night = { fromMinute: 22 * 60, untilMinute: 8 * 60 };
const noon = { fromMinute: 12 * 60, untilMinute: 13 * 60 };
const at = (time: string) => Date.parse(`2026-07-01T${time}:00+09:00`);

describe('quiet hours', () => {
  it.each([
    ['21:59', false],
    ['22:00', true],
    ['00:00', true],
    ['07:59', true],
    ['08:00', false],
    ['12:00', false],
  ])('from ten in the evening until eight: at %s %s', (time, quiet) => {
    expect(isQuiet(night, 'Asia/Tokyo', at(time))).toBe(quiet);
  });

  it.each([
    ['11:59', false],
    ['12:00', true],
    ['12:59', true],
    ['13:00', false],
  ])('within one day: at %s %s', (time, quiet) => {
    expect(isQuiet(noon, 'Asia/Tokyo', at(time))).toBe(quiet);
  });

  it('go by the clocks of their time zone, in summer and in winter', () => {
    const eightInNewYork = [Date.parse('2026-07-01T12:00:00Z'), Date.parse('2026-01-01T13:00:00Z')];
    for (const instant of eightInNewYork) {
      expect(isQuiet(night, 'America/New_York', instant - 1)).toBe(true);
      expect(isQuiet(night, 'America/New_York', instant)).toBe(false);
    }
  });
});
