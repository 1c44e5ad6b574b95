import { checkCallers, reconcileAfter, sharedBindings } from '../../../scripts/soak/aftermath';
import { Counts } from '../../../scripts/soak/counts';
import { type Caller, cast, type Person } from '../../../scripts/soak/people';
import { Service } from '../../../scripts/soak/service';
import { readConfig } from '../../../src/config';
import { type System, startSystem } from '../../integration/harness';

let system: System;
beforeAll(async () => {
  system = await startSystem({ simulator: { rateLimit: false } });
});
afterAll(() => system.stop());

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

describe('the check after the load', () => {
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

  it('calls it lost when Twilio has no such session, which reconcile finds too', async () => {
    const { caller } = await connected();
    system.simulator.twilio.proxy.sessions.deleteAll(system.simulator.serviceSid);
    const { disagreements } = await reconcileAfter(readConfig(system.context), { apply: false });
    expect(disagreements.map(({ kind }) => kind)).toEqual(['missing']);
    expect(await counted(caller)).toMatchObject({ lost: 1 });
  });
});
