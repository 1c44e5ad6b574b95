import { counted } from '../../scripts/counted';
import { statusText } from '../../scripts/numbers/report';
import type { Country } from '../../src/masking/numbers';

describe('what is counted', () => {
  it.each([
    [0, '0 numbers'],
    [1, '1 number'],
    [2, '2 numbers'],
  ])('%d reads: %s', (count, text) => {
    expect(counted(count, 'number')).toBe(text);
  });

  it('brings its verb along', () => {
    expect([counted(1, 'event waits', 'events wait'), counted(3, 'event waits', 'events wait')]).toEqual([
      '1 event waits',
      '3 events wait',
    ]);
  });

  it('reads well in a report about one of each', () => {
    const status = {
      switchboard: 'voice',
      countries: [{ country: 'JP' as Country, numbers: 1, canText: 1, missing: 1 }],
      numbers: [],
      mostSessions: 1,
      concurrency: 1,
    } as const;
    expect(statusText(status)).toBe(
      [
        'Switchboard voice: 0 numbers give sessions, 0 drain.',
        '0 phones are bound to a number, 0 cool off from one.',
        'One user has 1 session at most now.',
        'JP: 1 number, 1 of them texts. 1 more is needed for 1 session of one user at once.',
      ].join('\n'),
    );
  });
});
