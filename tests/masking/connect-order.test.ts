import { setImmediate as nextTurn } from 'node:timers/promises';
import { connect } from '../../src/masking/connect';
import type { Switchboard } from '../../src/masking/ports';
import type { Participant } from '../../src/masking/session';
import { useEngine } from '../support/engines';
import { pairOf, person } from '../support/people';
import { newId, newSid, type StoreUnderTest, storeIn } from '../support/store';

const engine = useEngine('embedded');
const [alice, bob, carol] = [person(1), person(2), person(3)] as const;

/** Does everything it is told, and notes when it began and when it was done. */
function notingSwitchboard(notes: string[]): Switchboard {
  async function during<T>(what: string, result: T): Promise<T> {
    notes.push(`${what} begins`);
    await nextTurn();
    notes.push(`${what} is done`);
    return result;
  }
  return {
    open: (_draft, numbers) =>
      during('open', numbers ? { kind: 'opened', sid: newSid(), numbers } : { kind: 'unknown' }),
    extend: () => during('extend', 'extended'),
    close: () => during('close', 'closed'),
  };
}

async function connectOn(store: StoreUnderTest, caller: Participant, callee: Participant): Promise<string[]> {
  const notes: string[] = [];
  const { kind } = await connect(pairOf(caller, callee), {
    store: store.sessions,
    switchboard: notingSwitchboard(notes),
    deadline: store.deadline(),
    newSessionId: newId,
    wait: async () => undefined,
  });
  return [...notes, kind];
}

describe('a connect that ends an old session', () => {
  it('closes it while the new one opens', async () => {
    const store = await storeIn(engine(), { numbers: 3 });
    await connectOn(store, alice, bob);
    const [first, second, ...rest] = await connectOn(store, alice, carol);
    expect([first, second].sort()).toEqual(['close begins', 'open begins']);
    expect(rest.sort()).toEqual(['close is done', 'connected', 'open is done']);
  });

  it('has closed it before the new one opens where both need the one number there is', async () => {
    const store = await storeIn(engine(), { numbers: 1 });
    await connectOn(store, alice, bob);
    expect(await connectOn(store, alice, carol)).toEqual([
      'close begins',
      'close is done',
      'open begins',
      'open is done',
      'connected',
    ]);
  });
});
