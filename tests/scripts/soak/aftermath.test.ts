import { checkCallers, endAll, reconcileAfter, sharedBindings } from '../../../scripts/soak/aftermath';
import { Counts } from '../../../scripts/soak/counts';
import { type Caller, cast, type Person } from '../../../scripts/soak/people';
import { Service } from '../../../scripts/soak/service';
import { readConfig } from '../../../src/config';
import { type System, startSystem } from '../../integration/harness';

let system: System;
afterEach(() => system.stop());

const start = async (settings: Record<string, string> = {}) => {
  system = await startSystem({ simulator: { rateLimit: false }, settings });
};

/** One connected caller with the given partner, and another person. */
async function connected(): Promise<{ caller: Caller; peer: Person; other: Person }> {
  const { callers, callees } = cast(system, 6);
  const [caller, [peer, other]] = [callers[0], callees];
  if (caller === undefined || peer === undefined || other === undefined) throw new Error('nobody is there');
  const { data } = await new Service(system).connect(caller, peer);
  caller.expected = { tel: data.tel ?? '', peer };
  return { caller, peer, other };
}

async function counted(caller: Caller): Promise<Record<string, number>> {
  const counts = new Counts();
  await checkCallers(system, [caller], counts);
  return counts.all();
}

describe.each([
  ['proxy', {}],
  ['voice', { SWITCHBOARD: 'voice', PROXY_SERVICE_SID: '' }],
])('the check after the load on %s', (_, settings) => {
  beforeEach(() => start(settings));

  it('is content with a session that reaches the right partner', async () => {
    const { caller } = await connected();
    expect(await counted(caller)).toEqual({ 'sessions checked in the end': 1 });
    expect((await reconcileAfter(readConfig(system.context), { apply: false })).disagreements).toEqual([]);
    expect(sharedBindings(system)).toBe(0);
  });

  it('calls it crossed when another phone rings', async () => {
    const { caller, peer, other } = await connected();
    caller.expected = { tel: caller.expected?.tel ?? '', peer: other };
    peer.phone.onChange(() => peer.phone.state().status === 'ringing' && peer.phone.answer());
    expect(await counted(caller)).toMatchObject({ crossed: 1 });
  });

  it('calls it lost when nobody knows the session any more', async () => {
    const { caller } = await connected();
    await new Service(system).cleanup(caller);
    expect(await counted(caller)).toMatchObject({ lost: 1 });
  });

  it('counts the sessions that outlive the cleanups of all callers', async () => {
    const { caller } = await connected();
    expect(await endAll(system, [])).toBe(1);
    expect(await endAll(system, [caller])).toBe(0);
  });
});

describe('the check after the load on proxy alone', () => {
  beforeEach(() => start());

  it('calls it lost when Twilio has no such session, which reconcile finds too', async () => {
    const { caller } = await connected();
    system.simulator.twilio.proxy.sessions.deleteAll(system.simulator.serviceSid);
    const { disagreements } = await reconcileAfter(readConfig(system.context), { apply: false });
    expect(disagreements.map(({ kind }) => kind)).toEqual(['missing']);
    expect(await counted(caller)).toMatchObject({ lost: 1 });
  });
});
