import type { Simulator } from '../../../simulator';
import { TwilioError } from '../../../simulator/twilio/twilio-error';
import { deadlineIn } from '../../../src/masking/deadline';
import type { SessionId } from '../../../src/masking/session';
import { findSession } from '../../../src/switchboard/proxy/find-session';
import { twilioClient } from '../../../src/switchboard/proxy/rest';
import { startTestSimulator } from '../../support/world';

const SESSIONS = 250;
const name = (index: number) => `tk-session-${index}` as SessionId;

describe.each([
  ['does not fetch by unique name', false],
  ['fetches by unique name', true],
])('at a Twilio that %s', (_, fetchByUniqueName) => {
  let simulator: Simulator;
  beforeAll(async () => {
    simulator = await startTestSimulator({ numbers: 2, fetchByUniqueName });
    const { services, sessions } = simulator.twilio.proxy;
    const service = services.get(simulator.serviceSid);
    if (service instanceof TwilioError) throw service;
    for (let index = 0; index < SESSIONS; index += 1) sessions.create(service, { uniqueName: name(index) });
  });
  beforeEach(() => simulator.twilio.faults.clear());
  afterAll(() => simulator.stop());

  const find = async (sessionId: SessionId, budgetMs = 10_000) => {
    const deadline = deadlineIn(budgetMs);
    const { accountSid, authToken, serviceSid, url: apiBaseUrl } = simulator;
    const client = await twilioClient({ accountSid, authToken, apiBaseUrl }, deadline);
    return findSession(client, serviceSid, sessionId, deadline);
  };
  const sidOf = (sessionId: SessionId) =>
    simulator.twilio.proxy.sessions
      .page(simulator.serviceSid, SESSIONS)
      .records.find(({ uniqueName }) => uniqueName === sessionId)?.sid;

  it.each([0, 99, 100, 125, SESSIONS - 1])(
    'finds session %d of 250, on whichever page it is',
    async (index) => {
      expect(await find(name(index))).toEqual({ kind: 'found', sid: sidOf(name(index)) });
    },
  );

  it('says that a session is absent only after the last page', async () => {
    const before = simulator.twilio.log.lastId;
    expect(await find('tk-none' as SessionId)).toEqual({ kind: 'absent' });
    const calls = simulator.twilio.log.entries({ kind: 'rest', since: before });
    expect(calls.filter(({ status }) => status === 200)).toHaveLength(3);
  });

  it.each(['hang', 'reset-before', 'error'] as const)(
    'does not know when the first call suffers %s',
    async (effect) => {
      simulator.twilio.faults.add({ match: { method: 'GET' }, effect, status: 500, times: 1 });
      expect(await find('tk-none' as SessionId, 1_200)).toEqual({ kind: 'unknown' });
    },
  );

  it('does not know when a page fails', async () => {
    simulator.twilio.faults.add({ match: { path: /Sessions$/ }, effect: 'error', status: 500 });
    expect(await find('tk-none' as SessionId)).toEqual({ kind: 'unknown' });
  });

  it('does not know when there is no time for all pages', async () => {
    expect(await find('tk-none' as SessionId, 1_000)).toEqual({ kind: 'unknown' });
  });
});
