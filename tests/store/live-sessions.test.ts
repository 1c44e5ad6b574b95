import { RedisOutbox } from '../../src/store/redis-outbox';
import { RedisOverview } from '../../src/store/redis-overview';
import { onBothEngines } from '../support/engines';
import { pairOf, person } from '../support/people';
import { HOUR_MS, newId, type StoreUnderTest, storeIn } from '../support/store';

/** More than one group holds. */
const MANY = 130;
const START_MS = Math.ceil(Date.now() / HOUR_MS) * HOUR_MS;

onBothEngines('more live sessions than one group holds', (engine) => {
  async function opened() {
    const store = await storeIn(engine(), {
      settings: { switchboard: 'voice', announcesEvents: true },
      clock: () => START_MS,
    });
    const ids = await Promise.all(Array.from({ length: MANY }, (_, index) => open(store, index)));
    return { ...store, ids, overview: new RedisOverview(store.runner, store.settings, store.now) };
  }

  it('are all counted, and listed once each', async () => {
    const { overview, ids, deadline } = await opened();
    const first = await overview.sessions(0, deadline());
    const second = await overview.sessions(first.cursor ?? 0, deadline());
    expect([first.live, second.live, second.cursor]).toEqual([MANY, MANY, undefined]);
    const listed = [...first.items, ...second.items].map(({ sessionId }) => sessionId);
    expect(listed.sort()).toEqual(ids.sort());
    expect(await overview.pool(deadline())).toMatchObject({ liveSessions: MANY });
  });

  it('are all told to have expired, once each', async () => {
    const store = await opened();
    const outbox = new RedisOutbox(store.runner, store.settings, store.now);
    store.pass(HOUR_MS + 1_000);
    expect(await store.overview.sessions(0, store.deadline())).toEqual({ live: 0, items: [] });
    for (let turn = 0; turn < MANY / 50 + 1; turn += 1) await outbox.claim(1, store.deadline());
    const events = [];
    for (let last = 0; ; last = events.length) {
      const page = await outbox.page(last, store.deadline());
      if (page.length === 0) break;
      events.push(...page);
    }
    const closed = events.filter(({ event }) => event.type === 'session.closed');
    expect(closed.map(({ event }) => event.data.sessionId).sort()).toEqual(store.ids.sort());
  });
});

async function open(store: StoreUnderTest, index: number) {
  const request = { pair: pairOf(person(index), person(1_000 + index)), sessionId: newId() };
  const decision = await store.sessions.reserve(request, store.deadline());
  if (decision.kind !== 'opened') throw new Error(decision.kind);
  return decision.sessionId;
}
