import type { CallLog, TextResult } from '../../src/masking/call-log';
import { deadlineIn } from '../../src/masking/deadline';
import { DependencyError } from '../../src/masking/errors';
import { type MissedCall, tellOfMissedCall } from '../../src/masking/missed-call';
import type { ProxyNumber, RealNumber } from '../../src/masking/numbers';

const missed: MissedCall = {
  interactionId: `CA${'1'.repeat(32)}`,
  requestId: 'r1',
  to: '+818087654321' as RealNumber,
  from: '+815032000001' as ProxyNumber,
  body: 'somebody called',
};

function tools(claim: CallLog['claim'], result: TextResult = 'sent') {
  const sendText = jest.fn(async (_: object) => result);
  const log = { claim, keepRecording: () => Promise.reject(new Error('not asked for')) };
  return { log, sender: { sendText }, deadline: deadlineIn(1_000) };
}

describe('a missed call', () => {
  it.each(['sent', 'refused', 'unavailable'] as const)(
    'is told of, with the number that rang: %s',
    async (result) => {
      const given = tools(async () => true, result);
      expect(await tellOfMissedCall(missed, given)).toBe(result);
      const { to, from, body } = missed;
      expect(given.sender.sendText.mock.calls.map(([text]) => text)).toEqual([{ to, from, body }]);
    },
  );

  it('is told of by nobody where the log does not grant it', async () => {
    const given = tools(async () => false);
    expect(await tellOfMissedCall(missed, given)).toBe('withheld');
    expect(given.sender.sendText).not.toHaveBeenCalled();
  });

  it('is told of by nobody while the store cannot say whether it was told of', async () => {
    const given = tools(() => Promise.reject(new DependencyError('store', 'timeout')));
    await expect(tellOfMissedCall(missed, given)).rejects.toThrow('timeout');
    expect(given.sender.sendText).not.toHaveBeenCalled();
  });
});
