import { deadlineIn } from '../../src/masking/deadline';
import {
  type BatchResult,
  deliverEvents,
  drainEvents,
  type EventBatch,
  type Outbox,
  type ServiceEvent,
} from '../../src/masking/events';

const eventOf = (number: number): ServiceEvent => ({
  id: `evt_${number}`,
  type: 'call.ended',
  atMs: 0,
  data: {},
});
const batchOf = (subject: string, ...numbers: number[]): EventBatch => ({
  subject,
  leaseMs: 1,
  events: numbers.map((number) => ({ number, event: eventOf(number) })),
});

/** An outbox that hands out these batches, one list for each claim. */
function handing(...claims: EventBatch[][]) {
  const settled: (readonly BatchResult[])[] = [];
  const outbox: Outbox = {
    claim: async () => claims.shift() ?? [],
    settle: async (results) => void settled.push(results),
  };
  return { outbox, settled };
}

function taking(refused: readonly string[] = []) {
  const sent: string[] = [];
  const send = async ({ id }: ServiceEvent) => {
    sent.push(id);
    return !refused.includes(id);
  };
  return { receiver: { send }, sent };
}

describe('delivering events', () => {
  it('sends those of a subject in order and writes down what was taken', async () => {
    const { outbox, settled } = handing([batchOf('s', 1, 2), batchOf('t', 3)]);
    const { receiver, sent } = taking();
    const outcome = await deliverEvents({ outbox, receiver, deadline: deadlineIn(5_000) }, 4);
    expect(outcome).toEqual({ delivered: 3, failed: 0 });
    expect(sent.indexOf('evt_1')).toBeLessThan(sent.indexOf('evt_2'));
    expect(settled).toEqual([
      [
        { subject: 's', leaseMs: 1, delivered: [1, 2], failed: false },
        { subject: 't', leaseMs: 1, delivered: [3], failed: false },
      ],
    ]);
  });

  it('stops a subject at the first event that is not taken, and no other subject', async () => {
    const { outbox, settled } = handing([batchOf('s', 1, 2, 3), batchOf('t', 4)]);
    const { receiver, sent } = taking(['evt_2']);
    await deliverEvents({ outbox, receiver, deadline: deadlineIn(5_000) }, 4);
    expect(sent).not.toContain('evt_3');
    expect(settled[0]).toMatchObject([
      { delivered: [1], failed: true },
      { delivered: [4], failed: false },
    ]);
  });

  it('leaves time to write down what was taken, and counts no time that ran out as a failure', async () => {
    const { outbox, settled } = handing([batchOf('s', 1)]);
    const { receiver, sent } = taking();
    await deliverEvents({ outbox, receiver, deadline: deadlineIn(700) }, 4);
    expect(sent).toEqual([]);
    expect(settled[0]).toMatchObject([{ delivered: [], failed: false }]);
  });

  it('counts an event that its own time cut off as no failure of a receiver that took others before it', async () => {
    const slow = async ({ id }: ServiceEvent) => {
      if (id === 'evt_1') return true;
      await new Promise((resolve) => setTimeout(resolve, 60));
      return false;
    };
    const { outbox, settled } = handing([batchOf('s', 1, 2), batchOf('t', 3)]);
    await deliverEvents({ outbox, receiver: { send: slow }, deadline: deadlineIn(840) }, 4);
    expect(settled[0]).toMatchObject([
      { delivered: [1], failed: false },
      { delivered: [], failed: true },
    ]);
  });

  it('settles nothing where nothing is due', async () => {
    const { outbox, settled } = handing([]);
    expect(await deliverEvents({ outbox, ...taking(), deadline: deadlineIn(5_000) }, 4)).toEqual({
      delivered: 0,
      failed: 0,
    });
    expect(settled).toEqual([]);
  });

  it('goes on until nothing is taken any more when it drains', async () => {
    const { outbox } = handing([batchOf('s', 1)], [batchOf('s', 2)], [batchOf('t', 3)], [batchOf('u', 4)]);
    const { receiver, sent } = taking(['evt_3']);
    const outcome = await drainEvents({ outbox, receiver, deadline: deadlineIn(5_000) }, 4);
    expect(outcome).toEqual({ delivered: 2, failed: 1 });
    expect(sent).toEqual(['evt_1', 'evt_2', 'evt_3']);
  });
});
