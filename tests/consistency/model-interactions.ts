import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Handset } from '../../simulator/twilio/handsets/handset';
import { logEntry, nextId } from '../contracts/interaction-store/fixture';
import type { World } from '../support/world';
import type { Model } from './model-state';
import { callThroughUs, textThroughUs } from './model-voice';
import type { Reality } from './model-world';

/** The n-th number that somebody was told to dial is dialled on a real phone; whoever rings answers and both hang up. */
export async function call(model: Model, real: Reality, n: number): Promise<void> {
  const promise = model.promises[n % Math.max(1, model.promises.length)];
  if (promise === undefined) return;
  const { user, tel, partner } = promise;
  if (real.isOurs(tel)) return callThroughUs(real, promise, n);
  const expected = await real.reach(user, tel);
  const phones = real.people.map(({ number }) => real.world.simulator.telephony.handset(number));
  const caller = phones[user];
  if (caller === undefined) return;
  caller.call(tel);
  const rang = await ringing(phones, caller);
  if (rang === undefined) {
    if (expected !== undefined) throw new Error(`${user} dialled ${tel} and nobody's phone rang`);
    return model.found(user, partner);
  }
  const shown = rang.state().call?.other;
  if (phones.indexOf(rang) !== expected?.partner || shown !== expected.shown)
    throw new Error(`${user} dialled ${tel} and ${phones.indexOf(rang)} saw ${shown}`);
  rang.answer();
  await caller.waitFor(({ status }) => status === 'in-call');
  caller.hangUp();
  await rang.waitFor(({ status }) => status === 'idle');
}

/** The n-th number that somebody was told to dial is texted: the words arrive where a call would ring, and nowhere else. */
export async function text(model: Model, real: Reality, n: number): Promise<void> {
  const promise = model.promises[n % Math.max(1, model.promises.length)];
  if (promise === undefined) return;
  const { user, tel } = promise;
  if (real.isOurs(tel)) return textThroughUs(real, promise);
  const { simulator } = real.world;
  const expected = await real.reach(user, tel);
  const phones = real.people.map(({ number }) => simulator.telephony.handset(number));
  const body = `words ${nextId()}`;
  const judged = answeredWebhook(simulator);
  phones[user]?.text(tel, body);
  await judged;
  const shownAt = (phone: Handset) =>
    phone.state().texts.find((one) => one.direction === 'received' && one.body === body)?.other;
  const target = expected === undefined ? undefined : phones[expected.partner];
  await target?.waitFor(() => shownAt(target) !== undefined);
  for (const [index, phone] of phones.entries()) {
    const shown = shownAt(phone);
    const rightly = index === expected?.partner ? expected.shown : undefined;
    if (shown !== rightly)
      throw new Error(`${user} texted ${tel} and ${index} saw ${shown} instead of ${rightly}`);
  }
}

/** Resolves when Proxy has asked about the next interaction and has acted on the answer. */
async function answeredWebhook({ twilio }: World['simulator']): Promise<void> {
  await new Promise<void>((resolve) => {
    const stop = twilio.log.subscribe(({ kind, target }) => {
      if (kind !== 'webhook' || target.endsWith('/callback')) return;
      stop();
      resolve();
    });
  });
  await nextTurn();
}

/** The phone that rings, or none when the caller's call is over. */
async function ringing(phones: readonly Handset[], caller: Handset): Promise<Handset | undefined> {
  const others = phones.filter((phone) => phone !== caller);
  const isOver = () => caller.state().status === 'idle';
  await new Promise<void>((resolve) => {
    const stops: (() => void)[] = [];
    const look = () => {
      if (!isOver() && others.every((phone) => phone.state().status !== 'ringing')) return;
      for (const stop of stops) stop();
      resolve();
    };
    stops.push(...phones.map((phone) => phone.onChange(look)));
    look();
  });
  return others.find((phone) => phone.state().status === 'ringing');
}

/** A report that came before comes once more, out of order; the call log goes no step back, and what has ended stays so. */
export async function replay({ webhooks, reports, world }: Reality, n: number): Promise<void> {
  const { store } = world;
  const all = [
    ...webhooks.reports.map((one) => ({
      id: one.interactionSid ?? '',
      send: () => webhooks.record(one),
    })),
    ...reports.map((one) => ({
      id: one.interactionId,
      send: () => store.interactions.record(one, store.deadline()),
    })),
  ];
  const report = all[n % Math.max(1, all.length)];
  if (report === undefined) return;
  const { id } = report;
  const before = await logEntry(world.store, id);
  await report.send();
  const after = await logEntry(world.store, id);
  const wentBack = Number(after.rk ?? -1) < Number(before.rk ?? -1);
  const revived = before.e !== undefined && (before.e !== after.e || before.st !== after.st);
  if (wentBack || revived)
    throw new Error(`a report that came again changed the call log: ${JSON.stringify({ before, after })}`);
}

/** Proxy ends one of its sessions by itself, without a word. */
export function closeAtTwilio(model: Model, real: Reality, n: number): void {
  const live = real.world.liveAtTwilio();
  const session = live[n % Math.max(1, live.length)];
  if (session === undefined) return;
  const [one = 0, other = 0] = session.participants.map(({ identifier }) => real.indexOf(identifier));
  model.closedByProxy(one, other);
  real.world.simulator.twilio.proxy.sessions.update(session, { status: 'closed' });
}
