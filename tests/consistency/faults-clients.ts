import { CLIENT_MS, connect, live, noStore, nothing, type Subject } from './faults-requests';

/** Takes a third off the session's life, so that a connect wants to extend it. */
const OLD_SECONDS = 1_200;

const fromClient = { answers: { fine: '200', noStore }, withinMs: CLIENT_MS };
const refusedByProxy = { ...fromClient.answers, noProxy: (refusal: string) => refusal };

/** What apps and backends ask of both switchboards, `/connect` in each of its situations. */
export const clientSubjects = {
  'connect, same partner, late': {
    ...fromClient,
    prepare: async (system, people) => {
      const session = await live(system, people);
      await system.pass(OLD_SECONDS);
      return session;
    },
    send: (system, [caller, partner]) => connect(system, caller, partner),
  },
  'connect, new partner': {
    ...fromClient,
    answers: refusedByProxy,
    prepare: nothing,
    send: (system, [caller, partner]) => connect(system, caller, partner),
  },
  'connect, same partner': {
    ...fromClient,
    prepare: live,
    send: (system, [caller, partner]) => connect(system, caller, partner),
  },
  'connect, other partner': {
    ...fromClient,
    answers: refusedByProxy,
    prepare: live,
    send: (system, [caller, , other]) => connect(system, caller, other),
  },
  cleanup: {
    ...fromClient,
    answers: { fine: '200 closed 1, pending 0', noStore, noProxy: () => '200 closed 0, pending 1' },
    prepare: live,
    send: (system, [{ userId }]) => system.call('/cleanup', { userId }),
  },
  sessions: {
    ...fromClient,
    prepare: live,
    send: (system, [{ userId }]) => system.call('/sessions', { userId }),
  },
  health: { ...fromClient, prepare: nothing, send: (system) => system.call('/health') },
  block: {
    ...fromClient,
    prepare: live,
    send: (system, [{ userId }, { userId: peerId }]) =>
      system.call('/blocks', { action: 'add', userId, peerId }),
  },
  'report with block': {
    ...fromClient,
    prepare: live,
    send: (system, [{ userId }, { userId: peerId }]) =>
      system.call('/reports', { userId, peerId, reason: 'fraud', text: 'paid, never sent', block: true }),
  },
} as const satisfies Record<string, Subject>;

/** What marketplaces ask for themselves; nothing of it has to do with a switchboard. */
export const marketSubjects = {
  'list of blocks': {
    ...fromClient,
    prepare: nothing,
    send: (system, [{ userId }]) => system.call('/blocks', { action: 'list', userId }),
  },
  'screen, with the author': {
    ...fromClient,
    answers: { fine: '200', noStore: '200' },
    prepare: nothing,
    send: (system, [{ userId }]) => system.call('/screen', { userId, text: '090-4821-7365 まで' }),
  },
  'ops/calls': { ...fromClient, prepare: nothing, send: (system) => system.call('/ops/calls') },
  'ops/events': {
    ...fromClient,
    prepare: nothing,
    send: (system) => system.call('/ops/events', { action: 'status' }),
  },
  'ops/pool': { ...fromClient, prepare: nothing, send: (system) => system.call('/ops/pool') },
  'ops/reports': {
    ...fromClient,
    prepare: nothing,
    send: (system) => system.call('/ops/reports', { action: 'list' }),
  },
  'ops/sessions': { ...fromClient, prepare: nothing, send: (system) => system.call('/ops/sessions') },
} as const satisfies Record<string, Subject>;
