import type { Simulator } from '../../../simulator';
import { deadlineIn } from '../../../src/masking/deadline';
import type { ProxyNumber } from '../../../src/masking/numbers';
import type { SessionDraft } from '../../../src/masking/ports';
import { ProxySwitchboard } from '../../../src/switchboard/proxy/proxy-switchboard';
import { pairOf, person } from '../../support/people';
import { newId, newSid } from '../../support/store';
import { startTestSimulator } from '../../support/world';

let simulator: Simulator;
let switchboard: ProxySwitchboard;
beforeAll(async () => {
  simulator = await startTestSimulator({ numbers: 4 });
});
beforeEach(() => {
  simulator.twilio.faults.clear();
  simulator.twilio.proxy.sessions.deleteAll(simulator.serviceSid);
  const { accountSid, authToken, serviceSid, url: apiBaseUrl } = simulator;
  const settings = { accountSid, authToken, serviceSid, apiBaseUrl, sessionMode: 'voice-only' } as const;
  switchboard = new ProxySwitchboard(settings);
});
afterAll(() => simulator.stop());

const soon = () => deadlineIn(4_500);
const number = (index: number) => simulator.numbers[index] as string as ProxyNumber;
const numbers = () => ({ caller: number(0), callee: number(1) });
const sessionsAtTwilio = () => simulator.twilio.proxy.sessions.page(simulator.serviceSid, 100).records;
const fault = (rule: Omit<Parameters<Simulator['twilio']['faults']['add']>[0], 'match'>, method = 'POST') =>
  simulator.twilio.faults.add({ match: { method }, ...rule });

function draft(): SessionDraft {
  const expiresAtMs = Math.floor(Date.now() / 1000) * 1000 + 3_600_000;
  return { sessionId: newId(), pair: pairOf(person(1), person(2)), expiresAtMs };
}

async function opened(session = draft()) {
  const result = await switchboard.open(session, numbers(), soon());
  if (result.kind !== 'opened') throw new Error(`expected an open session, got ${result.kind}`);
  return result;
}

describe('open', () => {
  it('pins both participants, sets both ends of life and tells nothing personal in the name', async () => {
    const session = draft();
    const { sid, numbers: given } = await opened(session);
    expect(given).toEqual(numbers());
    const [held] = sessionsAtTwilio();
    expect(held).toMatchObject({
      sid,
      uniqueName: session.sessionId,
      mode: 'voice-only',
      dateExpiry: session.expiresAtMs,
    });
    expect(held?.ttl).toBeGreaterThan(3_590);
    expect(held?.participants.map((one) => [one.identifier, one.proxyIdentifier, one.friendlyName])).toEqual([
      [session.pair.caller.number, number(0), null],
      [session.pair.callee.number, number(1), null],
    ]);
  });

  it('reads the numbers back where Proxy chose them', async () => {
    const result = await switchboard.open(draft(), undefined, soon());
    const [caller, callee] = sessionsAtTwilio()[0]?.participants ?? [];
    expect(result).toMatchObject({
      kind: 'opened',
      numbers: { caller: caller?.proxyIdentifier, callee: callee?.proxyIdentifier },
    });
  });

  it('takes over the session that an earlier try opened under the same name', async () => {
    const session = draft();
    const first = await opened(session);
    const later = { ...session, expiresAtMs: session.expiresAtMs + 60_000 };
    expect(await switchboard.open(later, { caller: number(2), callee: number(3) }, soon())).toEqual(first);
    expect(sessionsAtTwilio()).toMatchObject([{ dateExpiry: later.expiresAtMs }]);
  });

  it('makes one session of a call whose first answer was lost', async () => {
    fault({ effect: 'reset-after', times: 1 });
    expect(await switchboard.open(draft(), numbers(), soon())).toMatchObject({
      kind: 'opened',
      numbers: numbers(),
    });
    expect(sessionsAtTwilio()).toHaveLength(1);
  });

  it.each([
    [{ status: 400, code: 80604 }, { kind: 'numbers_refused' }],
    [{ status: 409, code: 80623 }, { kind: 'numbers_refused' }],
    [{ status: 400, code: 80206 }, { kind: 'numbers_refused' }],
    [{ status: 400, code: 80404 }, { kind: 'unreachable_number' }],
    [
      { status: 404, code: 20404 },
      { kind: 'refused', reason: 'service not found' },
    ],
    [
      { status: 400, code: 80202 },
      { kind: 'refused', reason: 'status 400, code 80202' },
    ],
    [{ status: 403 }, { kind: 'refused', reason: expect.stringMatching(/^status 403, code \w+$/) }],
    [
      { status: 429, retryAfterSeconds: 9 },
      { kind: 'unavailable', retryAfterSeconds: 9 },
    ],
    [{ status: 500 }, { kind: 'unknown' }],
  ])('turns %j into %j', async (rule, result) => {
    fault({ effect: 'error', ...rule });
    expect(await switchboard.open(draft(), numbers(), soon())).toEqual(result);
  });

  it('says that no number is left only when it was Proxy\u2019s choice', async () => {
    fault({ effect: 'error', status: 400, code: 80206 });
    expect(await switchboard.open(draft(), undefined, soon())).toEqual({ kind: 'no_number_left' });
  });

  it.each(['{"sid": "KC1"}', '{}', 'null', '<html>'])(
    'does not know what an answer of %s means',
    async (body) => {
      fault({ effect: 'malformed', body });
      expect(await switchboard.open(draft(), numbers(), soon())).toEqual({ kind: 'unknown' });
    },
  );

  it('does not know what became of a call without an answer, and says so within the deadline', async () => {
    fault({ effect: 'hang' });
    const start = performance.now();
    expect(await switchboard.open(draft(), numbers(), deadlineIn(1_500))).toEqual({ kind: 'unknown' });
    expect(performance.now() - start).toBeLessThan(1_500);
  });
});

describe('extend', () => {
  it('moves the end of a session', async () => {
    const { sid } = await opened();
    const expiresAtMs = Math.floor(Date.now() / 1000) * 1000 + 7_200_000;
    expect(await switchboard.extend(sid, expiresAtMs, soon())).toBe('extended');
    expect(sessionsAtTwilio()).toMatchObject([{ dateExpiry: expiresAtMs }]);
  });

  it('finds a session gone that Twilio does not know or has closed', async () => {
    const { sid } = await opened();
    expect(await switchboard.extend(newSid(), Date.now() + 60_000, soon())).toBe('gone');
    const { sessions } = simulator.twilio.proxy;
    for (const session of sessionsAtTwilio()) sessions.update(session, { status: 'closed' });
    expect(await switchboard.extend(sid, Date.now() + 60_000, soon())).toBe('gone');
  });

  it.each([{ effect: 'error', status: 500 }, { effect: 'malformed' }] as const)(
    'fails with %j',
    async (rule) => {
      const { sid } = await opened();
      fault(rule);
      expect(await switchboard.extend(sid, Date.now() + 60_000, soon())).toBe('failed');
    },
  );
});

describe('close', () => {
  it('deletes a session, and counts one that is gone already', async () => {
    const { sid } = await opened();
    const session = { sessionId: newId(), sid };
    expect(await switchboard.close(session, soon())).toBe('closed');
    expect(sessionsAtTwilio()).toEqual([]);
    expect(await switchboard.close(session, soon())).toBe('closed');
  });

  it('finds a session of which only our own id is known', async () => {
    const session = draft();
    await opened(session);
    expect(await switchboard.close({ sessionId: session.sessionId }, soon())).toBe('closed');
    expect(sessionsAtTwilio()).toEqual([]);
  });

  it('has nothing to do when no session has that id', async () => {
    expect(await switchboard.close({ sessionId: newId() }, soon())).toBe('closed');
  });

  it('fails when it could not look for the session', async () => {
    fault({ effect: 'error', status: 500 }, 'GET');
    expect(await switchboard.close({ sessionId: newId() }, soon())).toBe('failed');
  });

  it('fails when a success is not that of a deletion', async () => {
    const { sid } = await opened();
    fault({ effect: 'error', status: 200, body: '<html>', times: 1 }, 'DELETE');
    expect(await switchboard.close({ sessionId: newId(), sid }, soon())).toBe('failed');
    expect(sessionsAtTwilio()).toHaveLength(1);
  });

  it('fails when Twilio does not delete, and tries once more when the answer was lost', async () => {
    const { sid } = await opened();
    fault({ effect: 'error', status: 500, times: 1 }, 'DELETE');
    expect(await switchboard.close({ sessionId: newId(), sid }, soon())).toBe('failed');
    fault({ effect: 'reset-after', times: 1 }, 'DELETE');
    expect(await switchboard.close({ sessionId: newId(), sid }, soon())).toBe('closed');
    expect(sessionsAtTwilio()).toEqual([]);
  });
});
