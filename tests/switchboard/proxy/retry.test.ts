import { deadlineIn } from '../../../src/masking/deadline';
import { RateLimited } from '../../../src/switchboard/proxy/rest';
import { callInTurn, callOnce, callTwice } from '../../../src/switchboard/proxy/retry';

const plenty = deadlineIn(60_000);
const broken = (code: string) => Object.assign(new Error('broken'), { code });
const refused = (status: number) => Object.assign(new Error('refused'), { status });

/** A call that fails with each of these in turn and then succeeds. */
function failing(...errors: unknown[]) {
  return jest.fn(async () => {
    if (errors.length > 0) throw errors.shift();
    return 'done';
  });
}

describe('callTwice', () => {
  it('calls once when that succeeds', async () => {
    const call = failing();
    expect(await callTwice(call, plenty)).toEqual({ ok: true, value: 'done' });
    expect(call).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['the connection broke', broken('ECONNRESET')],
    ['the call never left', broken('ECONNREFUSED')],
    ['there were too many and the wait is short', new RateLimited('0')],
  ])('calls once more when %s', async (_, error) => {
    const call = failing(error);
    expect(await callTwice(call, plenty)).toEqual({ ok: true, value: 'done' });
    expect(call).toHaveBeenCalledTimes(2);
  });

  it('does not call a third time', async () => {
    const call = failing(broken('ECONNRESET'), broken('ECONNRESET'));
    expect(await callTwice(call, plenty)).toEqual({ ok: false, failure: { kind: 'lost' } });
    expect(call).toHaveBeenCalledTimes(2);
  });

  it('answers the second failure, which says more', async () => {
    const call = failing(broken('ECONNRESET'), refused(404));
    expect(await callTwice(call, plenty)).toEqual({ ok: false, failure: { kind: 'gone' } });
  });

  it.each([
    ['it was refused', refused(400)],
    ['it is gone', refused(404)],
    ['Twilio had a fault', refused(500)],
    ['there was no answer in time', broken('ETIMEDOUT')],
    ['the wait is longer than a second', new RateLimited('2')],
  ])('does not call again when %s', async (_, error) => {
    const call = failing(error);
    expect(await callTwice(call, plenty)).toMatchObject({ ok: false });
    expect(call).toHaveBeenCalledTimes(1);
  });

  it('waits as long as Twilio asks', async () => {
    const call = failing(new RateLimited('0.2'));
    const start = performance.now();
    await callTwice(call, plenty);
    expect(performance.now() - start).toBeGreaterThanOrEqual(190);
  });

  it.each([
    [1_499, broken('ECONNRESET'), 1],
    [1_510, broken('ECONNRESET'), 2],
    [1_600, new RateLimited('0.2'), 1],
  ])('calls again only while there is time: with %d ms left after %p', async (leftMs, error, calls) => {
    const call = failing(error);
    await callTwice(call, { remainingMs: () => leftMs });
    expect(call).toHaveBeenCalledTimes(calls);
  });
});

describe('callInTurn', () => {
  const contended = () => Object.assign(refused(409), { code: 80623 });

  it('calls again while another request for one of the phones is at work', async () => {
    const call = failing(contended(), contended());
    expect(await callInTurn(call, plenty)).toEqual({ ok: true, value: 'done' });
    expect(call).toHaveBeenCalledTimes(3);
  });

  it('gives up after eight turns', async () => {
    const call = failing(...Array.from({ length: 20 }, contended));
    expect(await callInTurn(call, plenty)).toEqual({ ok: false, failure: { kind: 'contended' } });
    expect(call).toHaveBeenCalledTimes(8);
  });

  it('gives up when there is no time for another turn', async () => {
    const call = failing(contended());
    expect(await callInTurn(call, { remainingMs: () => 1_599 })).toMatchObject({ ok: false });
    expect(call).toHaveBeenCalledTimes(1);
  });

  it('does not repeat what failed for another reason', async () => {
    const call = failing(refused(400));
    expect(await callInTurn(call, plenty)).toMatchObject({ ok: false });
    expect(call).toHaveBeenCalledTimes(1);
  });
});

describe('callOnce', () => {
  it('turns a thrown error into a failure, also one that is thrown at once', async () => {
    const call = () => {
      throw broken('ECONNREFUSED');
    };
    expect(await callOnce(call)).toEqual({ ok: false, failure: { kind: 'not_sent' } });
  });
});
