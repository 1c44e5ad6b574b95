import { setImmediate as nextTurn } from 'node:timers/promises';
import { closeAll } from '../../src/masking/close-all';
import { deadlineIn } from '../../src/masking/deadline';
import type { Switchboard } from '../../src/masking/ports';
import { newId, newSid } from '../support/store';

const sessions = Array.from({ length: 25 }, () => ({ sessionId: newId(), sid: newSid() }));
const ids = sessions.map(({ sessionId }) => sessionId);

/** Closes all but these, and notes how many were under way at once. */
function switchboardThatFails(failing: readonly string[]) {
  const seen = { now: 0, most: 0 };
  const close: Switchboard['close'] = async ({ sessionId }) => {
    seen.now += 1;
    seen.most = Math.max(seen.most, seen.now);
    await nextTurn();
    seen.now -= 1;
    return failing.includes(sessionId) ? 'failed' : 'closed';
  };
  const unused = () => Promise.reject(new Error('only close is expected'));
  return {
    seen,
    tools: { switchboard: { open: unused, extend: unused, close }, deadline: deadlineIn(1_000) },
  };
}

describe('closing many sessions', () => {
  it.each([0, 1, 10, 25])('is stopped by none of %i failures', async (count) => {
    const { tools } = switchboardThatFails(ids.slice(0, count));
    expect((await closeAll(sessions, tools)).sort()).toEqual(ids.slice(count).sort());
  });

  it('asks for ten at once at most, since Twilio takes 30 requests a second', async () => {
    const { tools, seen } = switchboardThatFails([]);
    await closeAll(sessions, tools);
    expect(seen.most).toBe(10);
  });
});
