import type { Upstash } from '../../simulator/upstash';
import type { ProxyNumber, RealNumber } from '../../src/masking/numbers';
import { pairHash } from '../../src/store/seal';
import type { StoreSettings } from '../../src/store/settings';
import { mobile, poolOf } from '../support/people';
import { lose } from '../support/shelves';
import { DEFAULTS, earlyInTheDay, HOUR_MS, newId, type StoreUnderTest, storeIn } from '../support/store';
import { alice, bob, carol, logEntry } from './interaction-store/fixture';
import { openAnyhow, reserve, telsOf } from './session-store/fixture';

const COOL_OFF_MS = 86_400_000;
const ENDED = { kind: 'ended' };
const UNKNOWN = { kind: 'unknown' };

function route(
  store: StoreUnderTest,
  from: RealNumber | undefined,
  to: string,
  interactionId: string = newId(),
) {
  const incoming = { interactionId, kind: 'voice', to: to as ProxyNumber } as const;
  return store.interactions.route(from === undefined ? incoming : { ...incoming, from }, store.deadline());
}

function sendText(
  store: StoreUnderTest,
  from: RealNumber,
  to: string,
  { interactionId = newId(), hasMedia = false }: { interactionId?: string; hasMedia?: boolean } = {},
) {
  const text = { interactionId, kind: 'message', from, to: to as ProxyNumber, hasMedia } as const;
  return store.interactions.route(text, store.deadline());
}

/** Alice's session with Bob. */
async function session(store: StoreUnderTest) {
  const sessionId = newId();
  const decision = await reserve(store, alice, bob, sessionId);
  if (decision.kind !== 'opened') throw new Error(`expected a session, got ${decision.kind}`);
  const [calleeTel = ''] = await telsOf(store, bob);
  return { sessionId, tel: decision.tel, calleeTel };
}

/** What every router must do, whatever engine is below. */
export function routerContract(engine: () => Upstash): void {
  const fresh = (settings: Partial<StoreSettings> = {}) =>
    storeIn(engine(), { settings: { switchboard: 'voice', ...settings }, clock: earlyInTheDay() });

  describe('a call or text', () => {
    it('reaches the partner in both directions, who sees the number to call back', async () => {
      const store = await fresh();
      const { sessionId, tel, calleeTel } = await session(store);
      const ids = { initiator: alice.userId, partnerId: bob.userId };
      const outward = {
        kind: 'joined',
        sessionId,
        side: 'a',
        partner: bob.number,
        callerId: calleeTel,
        ...ids,
      };
      expect(await route(store, alice.number, tel)).toEqual(outward);
      const back = { initiator: bob.userId, partnerId: alice.userId };
      expect(await route(store, bob.number, calleeTel)).toEqual({
        ...outward,
        ...back,
        side: 'b',
        partner: alice.number,
        callerId: tel,
      });
    });

    it('of a stranger, of a withheld number and to the other side’s number reaches nobody', async () => {
      const store = await fresh();
      const { tel, calleeTel } = await session(store);
      expect(await route(store, carol.number, tel)).toEqual(UNKNOWN);
      expect(await route(store, undefined, tel)).toEqual(UNKNOWN);
      expect(await route(store, alice.number, calleeTel)).toEqual(UNKNOWN);
      expect(await route(store, alice.number, '+81312345678')).toEqual(UNKNOWN);
    });

    it('that is a text has its sender told why it is not relayed, a few times an hour', async () => {
      const store = await fresh();
      const { tel } = await session(store);
      const text = (interactionId = newId()) => sendText(store, carol.number, tel, { interactionId });
      const first = newId();
      expect(await text(first)).toEqual(UNKNOWN);
      for (let more = 0; more < 4; more += 1) expect(await text()).toEqual(UNKNOWN);
      expect(await text()).toEqual({ kind: 'refused', reason: 'told_enough' });
      expect(await text(first)).toEqual(UNKNOWN);
      expect(await route(store, carol.number, tel)).toEqual(UNKNOWN);
      store.pass(HOUR_MS);
      expect(await text()).toEqual(UNKNOWN);
    });

    it('that has pictures is refused, counts for nothing, and has its sender told a few times an hour', async () => {
      const store = await fresh({ quotas: { ...DEFAULTS.quotas, interactionsPerHour: 1 } });
      const { tel } = await session(store);
      const picture = (from = alice.number) => sendText(store, from, tel, { hasMedia: true });
      const refused = { kind: 'refused', reason: 'media_refused' };
      for (let time = 0; time < 5; time += 1) expect(await picture()).toEqual(refused);
      expect(await picture()).toEqual({ kind: 'refused', reason: 'told_enough' });
      expect(await picture(carol.number)).toEqual(refused);
      expect(await picture(poolOf(10)[0] as string as RealNumber)).toEqual({ kind: 'own_number' });
      expect(await sendText(store, alice.number, tel)).toMatchObject({ kind: 'joined' });
    });

    it('reaches nobody after a cleanup, and nothing is known of it once the number has cooled off', async () => {
      const store = await fresh();
      const { tel, calleeTel } = await session(store);
      await store.sessions.beginClosingAll(bob.userId, store.deadline());
      expect(await route(store, alice.number, tel)).toEqual(ENDED);
      expect(await route(store, bob.number, calleeTel)).toEqual(ENDED);
      store.pass(COOL_OFF_MS);
      expect(await route(store, alice.number, tel)).toEqual(UNKNOWN);
    });

    it('reaches nobody, and nobody back, from the instant at which the session ends by itself', async () => {
      const store = await fresh();
      const { tel, calleeTel } = await session(store);
      store.pass(HOUR_MS - 2_000);
      expect(await route(store, alice.number, tel)).toMatchObject({ partner: bob.number });
      expect(await route(store, bob.number, calleeTel)).toMatchObject({ partner: alice.number });
      store.pass(2_000);
      expect(await route(store, alice.number, tel)).toEqual(ENDED);
      expect(await route(store, bob.number, calleeTel)).toEqual(ENDED);
    });

    it('reaches the new partner once a number serves another session, and never the former one', async () => {
      const store = await storeIn(engine(), { numbers: 1, settings: { switchboard: 'voice' } });
      const first = await openAnyhow(store, alice, bob);
      expect(await openAnyhow(store, alice, carol)).toBe(first);
      expect(await route(store, alice.number, first)).toMatchObject({ partner: carol.number });
      expect(await route(store, bob.number, first)).toEqual(ENDED);
    });

    it('of a pair of whom one has blocked the other reaches nobody, also where their session was not found', async () => {
      const store = await fresh();
      const { tel } = await session(store);
      await lose(store, `p${pairHash(alice.userId, bob.userId, store.settings.lookupKey)}`);
      await store.blocks.block({ userId: bob.userId, peerId: alice.userId }, store.deadline());
      expect(await route(store, alice.number, tel)).toEqual({ kind: 'refused', reason: 'blocked' });
    });

    it.each(poolOf(10).slice(0, 2))(
      'of %s, which is a number of the service, goes round in no circle',
      async (own) => {
        const store = await fresh();
        const { tel } = await session(store);
        const from = own as string as RealNumber;
        expect(await route(store, from, tel)).toEqual({ kind: 'own_number' });
        await store.pool.save([], { dryRun: false }, store.deadline());
        expect(await route(store, from, tel)).toEqual({ kind: 'own_number' });
      },
    );
  });

  describe('the quota of a session', () => {
    const limited = () => fresh({ quotas: { ...DEFAULTS.quotas, interactionsPerHour: 2 } });

    it('refuses what exceeds it, from either side, until the next hour', async () => {
      const store = await limited();
      const { tel, calleeTel } = await session(store);
      await route(store, alice.number, tel);
      await route(store, bob.number, calleeTel);
      const refused = { kind: 'refused', reason: 'quota_exceeded' };
      expect(await route(store, alice.number, tel)).toEqual(refused);
      expect(await route(store, bob.number, calleeTel)).toEqual(refused);
    });

    it('counts an interaction once, however often it is asked about', async () => {
      const store = await limited();
      const { tel } = await session(store);
      const [once, other] = [newId(), newId()];
      const first = await route(store, alice.number, tel, once);
      for (let time = 0; time < 3; time += 1)
        expect(await route(store, alice.number, tel, once)).toEqual(first);
      expect(await route(store, alice.number, tel, other)).toMatchObject({ kind: 'joined' });
    });
  });

  describe('the log', () => {
    it('begins with who called in which session, and has nothing of what was not joined', async () => {
      const store = await fresh();
      const { sessionId, calleeTel } = await session(store);
      const [joined, lost] = [newId(), newId()];
      await route(store, bob.number, calleeTel, joined);
      await route(store, carol.number, calleeTel, lost);
      const users = { ua: alice.userId, ub: bob.userId };
      expect(await logEntry(store, joined)).toMatchObject({ id: sessionId, ...users, ty: 'voice', by: 'b' });
      expect(await logEntry(store, lost)).toEqual({});
    });

    it('goes on with reports that name no session', async () => {
      const store = await fresh();
      const { tel } = await session(store);
      const interactionId = newId();
      await route(store, alice.number, tel, interactionId);
      const report = { interactionId, kind: 'voice', status: 'completed', durationSeconds: 7 } as const;
      await store.interactions.record(report, store.deadline());
      expect(await logEntry(store, interactionId)).toMatchObject({ st: 'completed', du: '7' });
    });
  });

  it('a phone that nobody knows stays unknown beside many sessions', async () => {
    const store = await fresh({ maxSessionsPerUser: 10 });
    for (const partner of [bob, carol]) await openAnyhow(store, alice, partner);
    for (const tel of await telsOf(store, alice))
      expect(await route(store, mobile(77), tel)).toEqual(UNKNOWN);
  });
}
