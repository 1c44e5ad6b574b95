import type { ClientCall } from '../../src/http/client-function';
import { connectAnswer } from '../../src/http/connect-answer';
import type { ErrorCode } from '../../src/http/messages';
import type { ConnectOutcome } from '../../src/masking/connect';
import { deadlineIn } from '../../src/masking/deadline';
import type { ProxyNumber } from '../../src/masking/numbers';
import { configWith } from './environment';

const call: ClientCall = {
  caller: { kind: 'key', scopes: ['connect'] },
  params: {},
  config: configWith(),
  language: 'en',
  deadline: deadlineIn(1_000),
  requestId: 'r1',
};

describe('what a connect came to', () => {
  const written: string[] = [];
  beforeEach(() => {
    written.length = 0;
    const write = (line: string) => void written.push(line);
    jest.spyOn(console, 'log').mockImplementation(write);
    jest.spyOn(console, 'warn').mockImplementation(write);
  });
  afterEach(() => jest.restoreAllMocks());

  it('is the number to dial and the end, and neither is logged', () => {
    const expiresAtMs = Date.UTC(2026, 0, 2, 3, 4, 5);
    const answer = connectAnswer(
      { kind: 'connected', tel: '+815031000000' as ProxyNumber, expiresAtMs },
      call,
    );
    expect(answer.body).toEqual({
      status: 'success',
      data: { tel: '+815031000000', expiresAt: '2026-01-02T03:04:05.000Z' },
    });
    expect(written).toEqual(['{"event":"connected","requestId":"r1"}']);
  });

  it.each<[ConnectOutcome, number, ErrorCode, string | undefined]>([
    [{ kind: 'same_user' }, 422, 'same_user', undefined],
    [{ kind: 'same_number' }, 422, 'same_number', undefined],
    [{ kind: 'unreachable_number' }, 422, 'number_unreachable', undefined],
    [{ kind: 'superseded' }, 409, 'superseded', undefined],
    [{ kind: 'in_progress' }, 409, 'in_progress', '1'],
    [{ kind: 'quota_exceeded', retryAfterSeconds: 90 }, 429, 'quota_exceeded', '90'],
    [{ kind: 'ceiling_reached', retryAfterSeconds: 3600 }, 429, 'service_ceiling_reached', '3600'],
    [{ kind: 'pool_exhausted', retryAfterSeconds: 60 }, 503, 'pool_exhausted', '60'],
    [{ kind: 'switchboard_unavailable', retryAfterSeconds: 5 }, 503, 'switchboard_unavailable', '5'],
    [{ kind: 'switchboard_refused', reason: 'status 401' }, 503, 'switchboard_unavailable', undefined],
  ])('%j is %d %s', (outcome, status, code, retryAfter) => {
    const answer = connectAnswer(outcome, call);
    expect(answer).toMatchObject({ status, body: { status: 'error', code } });
    expect(answer.headers['Retry-After']).toBe(retryAfter);
    const event = outcome.kind === 'ceiling_reached' ? 'ceiling_reached' : 'not_connected';
    expect(JSON.parse(written[0] ?? '')).toMatchObject({ event, level: 'warn', code });
  });

  it('tells operators, and nobody else, why the switchboard refuses', () => {
    const answer = connectAnswer({ kind: 'switchboard_refused', reason: 'status 401, code 20003' }, call);
    expect(JSON.stringify(answer)).not.toContain('20003');
    expect(written[0]).toContain('status 401, code 20003');
  });
});
