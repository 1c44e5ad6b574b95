import { SimulatedClock } from '../../../simulator/twilio/clock';

let clock: SimulatedClock;
afterEach(() => clock.stop());

/** Resolves once the clock, left to itself, has run a timer of so many simulated seconds. */
const elapsed = (seconds: number) => new Promise<void>((resolve) => clock.after(seconds, resolve));

describe('a simulated clock', () => {
  it('runs timers in the order in which they come due, each at its own instant', async () => {
    clock = new SimulatedClock();
    const start = clock.now();
    const ran: [string, number][] = [];
    const note = (name: string) => () => ran.push([name, Math.round((clock.now() - start) / 1000)]);
    clock.after(3600, note('hour'));
    clock.after(60, note('minute'));
    clock.after(60, note('minute again'));
    await clock.advance(3600);
    expect(ran).toEqual([
      ['minute', 60],
      ['minute again', 60],
      ['hour', 3600],
    ]);
  });

  it('does not run what lies beyond the advance, nor what was cancelled', async () => {
    clock = new SimulatedClock();
    const ran: string[] = [];
    clock.after(61, () => ran.push('later'));
    const cancel = clock.after(30, () => ran.push('cancelled'));
    cancel();
    cancel();
    await clock.advance(60);
    expect(ran).toEqual([]);
    await clock.advance(1);
    expect(ran).toEqual(['later']);
  });

  it('runs timers that a timer sets, within the same advance', async () => {
    clock = new SimulatedClock();
    const ran: number[] = [];
    const again = (count: number) => () => {
      ran.push(count);
      if (count < 5) clock.after(10, again(count + 1));
    };
    clock.after(10, again(1));
    await clock.advance(35);
    expect(ran).toEqual([1, 2, 3]);
  });

  it('lets what a timer started go on before the next timer', async () => {
    clock = new SimulatedClock();
    const ran: string[] = [];
    clock.after(1, () => void Promise.resolve().then(() => ran.push('follow-up')));
    clock.after(2, () => ran.push('next'));
    await clock.advance(2);
    expect(ran).toEqual(['follow-up', 'next']);
  });

  it('passes by itself, as fast as it was told', async () => {
    clock = new SimulatedClock({ speed: 1000 });
    const start = clock.now();
    const realStart = performance.now();
    await elapsed(20);
    expect(clock.now() - start).toBeGreaterThanOrEqual(20_000);
    expect(performance.now() - realStart).toBeLessThan(10_000);
  });

  it('waits for a timer that is further away than setTimeout can wait', async () => {
    clock = new SimulatedClock();
    const setTimeout = jest.spyOn(globalThis, 'setTimeout');
    const ran: string[] = [];
    clock.after(90 * 24 * 3600, () => ran.push('90 days'));
    expect(setTimeout.mock.calls.map(([, ms]) => ms)).toEqual([2 ** 31 - 1]);
    setTimeout.mockRestore();
    await clock.advance(24 * 3600);
    expect(ran).toEqual([]);
    await clock.advance(89 * 24 * 3600);
    expect(ran).toEqual(['90 days']);
  });

  it('sets and cancels 20,000 timers without scanning them', async () => {
    clock = new SimulatedClock();
    let ran = 0;
    const start = performance.now();
    const cancels = Array.from({ length: 20_000 }, (_, index) =>
      clock.after(1000 + (index % 977), () => ran++),
    );
    for (const cancel of cancels.slice(100)) cancel();
    expect(performance.now() - start).toBeLessThan(5000);
    await clock.advance(3000);
    expect(ran).toBe(100);
  });
});
