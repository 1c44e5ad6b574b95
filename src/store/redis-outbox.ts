import * as v from 'valibot';
import {
  type BatchResult,
  EVENT_TYPES,
  type EventBatch,
  type Outbox,
  type ServiceEvent,
  type WaitingEvent,
} from '../masking/events';
import type { Clock, Deadline } from '../masking/ports';
import { commonArguments } from './common-arguments';
import { library } from './lua/library';
import * as outbox from './lua/outbox';
import { type Script, type ScriptRunner, script } from './script-runner';
import { arrayOf } from './scripts';
import type { StoreSettings } from './settings';

/** Longer than any drain may take: a Function is ended after 10 s. */
const LEASE_MS = 30_000;
/** Events of one subject in one drain. */
const EACH = 20;
const PAGE_SIZE = 100;
/** How many subjects a status counts through. */
const MOST_COUNTED = 1_000;

const serviceEvent: v.GenericSchema<unknown, ServiceEvent> = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    id: v.string(),
    type: v.picklist(EVENT_TYPES),
    atMs: v.number(),
    data: v.record(v.string(), v.unknown()),
  }),
);
const number = v.pipe(v.union([v.string(), v.number()]), v.transform(Number));
const batch = v.object({
  subject: v.string(),
  leaseMs: v.number(),
  numbers: arrayOf(number),
  events: arrayOf(serviceEvent),
});
const status = v.object({
  kept: v.number(),
  waiting: v.number(),
  subjects: v.number(),
  delivered: v.number(),
  lost: v.number(),
  oldestWaitingAtMs: v.exactOptional(v.number()),
});
const logged = v.object({ number: v.number(), event: serviceEvent, waits: v.boolean() });

/** How the outbox stands. `waiting` counts the first thousand subjects only; `lost` were dropped before they could be delivered. */
export type OutboxStatus = v.InferOutput<typeof status>;
/** An event of the log, with whether it is still to be delivered. */
export interface LoggedEvent extends WaitingEvent {
  readonly waits: boolean;
}

const scripts = {
  claim: script(library + outbox.claimEvents, v.object({ batches: arrayOf(batch) })),
  settle: script(library + outbox.settleEvents, v.object({ kind: v.literal('done') })),
  status: script(library + outbox.outboxStatus, status),
  page: script(library + outbox.pageEvents, v.object({ events: arrayOf(logged) })),
  replay: script(library + outbox.replayEvents, v.object({ replayed: v.number() })),
};

/** The outbox of events in Redis: every method is one script and one round trip. */
export class RedisOutbox implements Outbox {
  constructor(
    private readonly runner: Pick<ScriptRunner, 'run'>,
    private readonly settings: StoreSettings,
    private readonly clock: Clock = Date.now,
  ) {}

  async claim(subjects: number, deadline: Deadline): Promise<readonly EventBatch[]> {
    const args = { leaseMs: LEASE_MS, subjects, each: EACH };
    const { batches } = await this.run(scripts.claim, deadline, args);
    return batches.map(({ numbers, events: texts, ...rest }) => ({
      ...rest,
      events: texts.flatMap((event, index) => {
        const place = numbers[index];
        return place === undefined ? [] : [{ number: place, event }];
      }),
    }));
  }

  async settle(results: readonly BatchResult[], deadline: Deadline): Promise<void> {
    await this.run(scripts.settle, deadline, { results });
  }

  status(deadline: Deadline): Promise<OutboxStatus> {
    return this.run(scripts.status, deadline, { most: MOST_COUNTED });
  }

  /** At most a hundred events of the log after that number, the oldest first. */
  async page(after: number, deadline: Deadline): Promise<readonly LoggedEvent[]> {
    return (await this.run(scripts.page, deadline, { after, limit: PAGE_SIZE })).events;
  }

  /** Has events of the log delivered again; answers how many were not waiting anyway. */
  async replay(numbers: readonly number[], deadline: Deadline): Promise<number> {
    return (await this.run(scripts.replay, deadline, { numbers })).replayed;
  }

  private run<Answer>(script: Script<Answer>, deadline: Deadline, args: object): Promise<Answer> {
    return this.runner.run(script, { ...commonArguments(this.settings, this.clock), ...args }, deadline);
  }
}
