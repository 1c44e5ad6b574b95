import * as v from 'valibot';
import {
  type DeliveryTools,
  deliverEvents,
  drainEvents,
  type EventReceiver,
  type Outbox,
} from '../masking/events';
import type { Deadline } from '../masking/ports';
import type { LoggedEvent, OutboxStatus } from '../store/redis-outbox';
import { success } from './answers';
import type { ClientCall } from './client-function';
import { dated } from './dated';
import { failureOf } from './faults';
import { log } from './log';
import { readParams } from './params';
import type { Answer } from './runtime';
import type { WebhookCall } from './webhook-function';

/** What events are delivered with; there is none where the marketplace wants no events. */
export type EventTools = Pick<DeliveryTools, 'outbox' | 'receiver'>;

/** A webhook takes a few subjects along, and not long: the next one, or the scheduler, takes the rest. */
const BESIDE = { subjects: 4, mostMs: 2_500 };
const SUBJECTS_AT_ONCE = 20;

/** Delivers a few events behind the work of a webhook whose answer nobody waits for; its own faults are only logged. */
export async function deliverBeside(tools: EventTools | undefined, call: WebhookCall): Promise<void> {
  if (tools === undefined) return;
  try {
    const deadline = atMost(BESIDE.mostMs, call.deadline);
    noteDelivery(await deliverEvents({ ...tools, deadline }, BESIDE.subjects), call.requestId);
  } catch (error) {
    failureOf(error, call.requestId);
  }
}

function atMost(mostMs: number, deadline: Deadline): Deadline {
  const spare = Math.max(0, deadline.remainingMs() - mostMs);
  return { remainingMs: () => Math.max(0, deadline.remainingMs() - spare) };
}

function noteDelivery({ delivered, failed }: { delivered: number; failed: number }, requestId: string): void {
  if (failed > 0) log({ event: 'events_failed', level: 'warn', requestId, delivered, failed });
  else if (delivered > 0) log({ event: 'events_delivered', requestId, delivered });
}

/** The outbox as operators see it. */
export interface EventLog extends Outbox {
  status(deadline: Deadline): Promise<OutboxStatus>;
  page(after: number, deadline: Deadline): Promise<readonly LoggedEvent[]>;
  replay(numbers: readonly number[], deadline: Deadline): Promise<number>;
}

const EVENT_NUMBER = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
const MOST_REPLAYED = 100;

/** Answers `/ops/events`: `status`, `list` (with `after`), `deliver`, and `replay` (of `numbers`). @throws RequestError */
export async function answerEvents(
  { params, deadline, requestId }: ClientCall,
  outbox: EventLog,
  receiver: EventReceiver | undefined,
): Promise<Answer> {
  const { action, after, numbers } = readParams(
    {
      action: v.picklist(['status', 'list', 'deliver', 'replay']),
      after: v.optional(EVENT_NUMBER, 0),
      numbers: v.optional(v.pipe(v.array(EVENT_NUMBER), v.maxLength(MOST_REPLAYED)), []),
    },
    params,
  );
  switch (action) {
    case 'status':
      return success({ enabled: receiver !== undefined, ...dated(await outbox.status(deadline)) });
    case 'list':
      return success({ events: (await outbox.page(after, deadline)).map(loggedAnswer) });
    case 'replay':
      return success({ replayed: await outbox.replay(numbers, deadline) });
    case 'deliver': {
      if (receiver === undefined) return success({ delivered: 0, failed: 0 });
      const outcome = await drainEvents({ outbox, receiver, deadline }, SUBJECTS_AT_ONCE);
      noteDelivery(outcome, requestId);
      return success(outcome);
    }
  }
}

function loggedAnswer({ number, waits, event: { id, type, atMs, data } }: LoggedEvent) {
  return { number, id, type, timestamp: new Date(atMs).toISOString(), waits, data };
}
