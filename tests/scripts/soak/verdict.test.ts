import { Counts } from '../../../scripts/soak/counts';
import { type Aftermath, verdict } from '../../../scripts/soak/soak';
import type { SessionId } from '../../../src/masking/session';

const memory = { warmMb: 100, endMb: 101, grows: false };
const clean: Aftermath = { repaired: 3, left: { disagreements: [], inFlight: 0 }, ownerless: 0 };
const unknown = { kind: 'unknown', sessionId: 'tk1' as SessionId } as const;

describe('the verdict on a soak', () => {
  it('is good when nothing is left, whatever was repaired', () => {
    const counts = new Counts();
    counts.add('connect success', 7);
    expect(verdict(counts, memory, clean)).toMatchObject({ ok: true, orphaned: 0, repaired: 3 });
    expect(verdict(counts, { warmMb: 1, endMb: 2 }, clean)).toMatchObject({ ok: true });
  });

  it.each(['lost', 'crossed', 'unexpected'] as const)('is bad when anything was %s', (what) => {
    const counts = new Counts();
    counts.add(what);
    expect(verdict(counts, memory, clean)).toMatchObject({ ok: false, [what]: 1 });
  });

  it.each([
    ['the two sides still disagree', { left: { disagreements: [unknown], inFlight: 0 } }],
    ['a request seems to be at work still', { left: { disagreements: [], inFlight: 1 } }],
    ['a session outlives everybody', { ownerless: 1 }],
  ])('is bad when %s', (_, aftermath) => {
    const judged = verdict(new Counts(), memory, { ...clean, ...aftermath });
    expect(judged).toMatchObject({ ok: false, orphaned: 1 });
  });

  it('is bad when memory grows', () => {
    expect(verdict(new Counts(), { ...memory, grows: true }, clean)).toMatchObject({ ok: false });
  });
});
