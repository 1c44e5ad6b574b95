import type { Deadline } from './ports';

/** Everything that the marketplace can be told; what each carries is described in `docs/events.md`. */
export const EVENT_TYPES = [
  'session.opened',
  'session.closed',
  'call.started',
  'call.ended',
  'recording.ready',
  'text.blocked',
  'report.filed',
  'user.paused',
  'pool.nearly_exhausted',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** Something that happened: ids, instants and words of our own, never a number or a text. */
export interface ServiceEvent {
  /** The same whenever the event is delivered again. */
  readonly id: string;
  readonly type: EventType;
  /** When it was noticed, in milliseconds since the epoch. */
  readonly atMs: number;
  readonly data: Readonly<Record<string, unknown>>;
}

/** An event and its place in the outbox. */
export interface WaitingEvent {
  readonly number: number;
  readonly event: ServiceEvent;
}

/** The next events of one subject, such as a session; the lease keeps other drains away from it. */
export interface EventBatch {
  readonly subject: string;
  /** Until when, in milliseconds since the epoch; also tells one lease from the next. */
  readonly leaseMs: number;
  readonly events: readonly WaitingEvent[];
}

export interface BatchResult {
  readonly subject: string;
  readonly leaseMs: number;
  readonly delivered: readonly number[];
  /** Whether the receiver failed, so that the rest waits longer each time. */
  readonly failed: boolean;
}

/** Hands out waiting events; both methods reject with a `DependencyError` when the store cannot answer in time. */
export interface Outbox {
  /** Takes at most that many subjects under lease. */
  claim(subjects: number, deadline: Deadline): Promise<readonly EventBatch[]>;
  settle(results: readonly BatchResult[], deadline: Deadline): Promise<void>;
}

/** The marketplace's end. Answers whether it took the event; never rejects for a fault of the network. */
export interface EventReceiver {
  send(event: ServiceEvent, deadline: Deadline): Promise<boolean>;
}

export interface DeliveryTools {
  readonly outbox: Outbox;
  readonly receiver: EventReceiver;
  readonly deadline: Deadline;
}

export interface DeliveryOutcome {
  readonly delivered: number;
  /** Subjects whose next event the receiver did not take; they are tried again later. */
  readonly failed: number;
}

/** Milliseconds kept for writing down what was delivered. */
const SETTLE_MS = 800;

/**
 * Delivers waiting events of some subjects: those of one in order, one after the other; subjects beside each other. What was delivered
 * but could not be written down is delivered again, under the same id.
 * @throws DependencyError when the store cannot answer.
 */
export async function deliverEvents(tools: DeliveryTools, subjects: number): Promise<DeliveryOutcome> {
  const { outbox, deadline } = tools;
  const batches = await outbox.claim(subjects, deadline);
  if (batches.length === 0) return { delivered: 0, failed: 0 };
  const inTime = { remainingMs: () => Math.max(0, deadline.remainingMs() - SETTLE_MS) };
  const results = await Promise.all(batches.map((batch) => deliverBatch(batch, tools.receiver, inTime)));
  await outbox.settle(results, deadline);
  return {
    delivered: results.reduce((sum, { delivered }) => sum + delivered.length, 0),
    failed: results.filter(({ failed }) => failed).length,
  };
}

async function deliverBatch(
  { subject, leaseMs, events }: EventBatch,
  receiver: EventReceiver,
  deadline: Deadline,
): Promise<BatchResult> {
  const delivered: number[] = [];
  for (const { number, event } of events) {
    if (deadline.remainingMs() === 0) break;
    if (!(await receiver.send(event, deadline))) {
      // Behind others that were taken, an event that our own time cut off says nothing against the receiver.
      const failed = delivered.length === 0 || deadline.remainingMs() > 0;
      return { subject, leaseMs, delivered, failed };
    }
    delivered.push(number);
  }
  return { subject, leaseMs, delivered, failed: false };
}

/** Delivers until nothing is due any more or the time is up. @throws DependencyError when the store cannot answer. */
export async function drainEvents(tools: DeliveryTools, subjects: number): Promise<DeliveryOutcome> {
  const total = { delivered: 0, failed: 0 };
  for (;;) {
    const { delivered, failed } = await deliverEvents(tools, subjects);
    total.delivered += delivered;
    total.failed += failed;
    if (delivered === 0 || tools.deadline.remainingMs() < SETTLE_MS * 2) return total;
  }
}
