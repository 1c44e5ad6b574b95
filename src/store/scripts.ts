import * as v from 'valibot';
import type { ProxyNumber } from '../masking/numbers';
import { isE164 } from '../masking/numbers';
import type { PinRefusal } from '../masking/pin';
import type { InteractionRefusal, ReserveDecision } from '../masking/ports';
import type { Pin, SessionId, SwitchboardSid, UserId } from '../masking/session';
import { allocator } from './lua/allocator';
import * as blocks from './lua/blocks';
import * as interactions from './lua/interactions';
import { library } from './lua/library';
import * as lifecycle from './lua/lifecycle';
import * as pins from './lua/pin';
import * as pool from './lua/pool';
import { reserve as reserveText } from './lua/reserve';
import * as safety from './lua/safety';
import { type Script, script } from './script-runner';

const proxyNumber = v.custom<ProxyNumber>((value) => typeof value === 'string' && isE164(value));
export const sessionId = v.custom<SessionId>((value) => typeof value === 'string');
const sid = v.custom<SwitchboardSid>((value) => typeof value === 'string');
export const userId = v.custom<UserId>((value) => typeof value === 'string');
const pin = v.custom<Pin>((value) => typeof value === 'string' && /^\d{6}$/.test(value));

/** Lua has one kind of table: an empty array arrives as an empty object. */
export function arrayOf<S extends v.GenericSchema>(item: S) {
  return v.pipe(
    v.unknown(),
    v.transform((value) => (Array.isArray(value) ? value : [])),
    v.array(item),
  );
}

const numbers = v.object({ caller: proxyNumber, callee: proxyNumber });
const closingSession = v.object({ sessionId, sid: v.exactOptional(sid) });
export const done = v.object({ kind: v.literal('done') });

const reserveAnswer: v.GenericSchema<unknown, ReserveDecision> = v.variant('kind', [
  v.object({
    kind: v.literal('reuse'),
    sessionId,
    sid,
    tel: proxyNumber,
    expiresAtMs: v.number(),
    pin: v.exactOptional(pin),
    extendToMs: v.exactOptional(v.number()),
  }),
  v.object({
    kind: v.literal('reserved'),
    sessionId,
    numbers,
    expiresAtMs: v.number(),
    closeFirst: arrayOf(closingSession),
    closeBeside: arrayOf(closingSession),
  }),
  v.object({
    kind: v.literal('opened'),
    sessionId,
    tel: proxyNumber,
    expiresAtMs: v.number(),
    pin: v.exactOptional(pin),
    close: arrayOf(closingSession),
  }),
  v.object({ kind: v.literal('busy') }),
  v.object({ kind: v.literal('exhausted'), retryAfterSeconds: v.number() }),
  v.object({ kind: v.literal('quota_exceeded'), retryAfterSeconds: v.number() }),
  v.object({ kind: v.literal('ceiling_reached'), retryAfterSeconds: v.number() }),
  v.object({ kind: v.literal('paused'), retryAfterSeconds: v.number() }),
  v.object({ kind: v.literal('blocked') }),
  v.object({ kind: v.literal('unavailable') }),
]);

const allocating = library + allocator;

export const reserve = script(allocating + pins.issuing + reserveText, reserveAnswer);
export const renumber = script(
  allocating + lifecycle.renumber,
  v.variant('kind', [
    v.object({ kind: v.literal('renumbered'), numbers }),
    v.object({ kind: v.literal('exhausted') }),
  ]),
);
export const confirm = script(
  library + pins.issuing + lifecycle.confirm,
  v.variant('kind', [
    v.object({ kind: v.literal('live'), pin: v.exactOptional(pin) }),
    v.object({ kind: v.literal('superseded') }),
  ]),
);
export const release = script(library + lifecycle.release, done);
export const abandon = script(library + lifecycle.abandon, done);
export const confirmExtension = script(library + lifecycle.confirmExtension, done);
export const closingDecision = v.object({
  sessions: arrayOf(closingSession),
  pending: v.number(),
  ended: v.number(),
});
export const beginClosingAll = script(library + lifecycle.beginClosingAll, closingDecision);
export const block = script(library + blocks.block, closingDecision);
export const unblock = script(library + blocks.unblock, done);
export const blocksOf = script(
  library + blocks.blocksOf,
  v.object({
    blocks: arrayOf(v.object({ peerId: userId, sinceMs: v.number() })),
    cursor: v.exactOptional(v.number()),
  }),
);
export const finishClosing = script(library + lifecycle.finishClosing, done);
export const liveSessions = script(
  library + lifecycle.liveSessions,
  v.object({ sessions: arrayOf(v.object({ tel: proxyNumber, peerId: userId, expiresAtMs: v.number() })) }),
);
const interactionRefusals: readonly InteractionRefusal[] = [
  'unknown_session',
  'session_closed',
  'session_expired',
  'blocked',
  'paused',
  'text_rejected',
  'quota_exceeded',
];
const sealedPartner = v.object({
  text: v.string(),
  hashes: v.tuple([v.string(), v.string()]),
  index: v.picklist([0, 1]),
});

/** The numbers of a session's two phones, sealed, and which of them is the partner's. */
export type SealedPartner = v.InferOutput<typeof sealedPartner>;

const sealedTrace = v.object({ id: v.string(), sealed: v.string() });

/** What one text left for the judgement of the next, sealed for the interaction `id`. */
export type SealedTrace = v.InferOutput<typeof sealedTrace>;

const earlier = v.exactOptional(arrayOf(sealedTrace));
export const judge = script(
  library + interactions.judge,
  v.variant('kind', [
    v.object({ kind: v.literal('allow'), earlier }),
    v.object({ kind: v.literal('deny'), reason: v.picklist(interactionRefusals) }),
    v.object({ kind: v.literal('unidentified') }),
  ]),
);
export const route = script(
  library + interactions.route,
  v.variant('kind', [
    v.object({
      kind: v.literal('joined'),
      sessionId,
      side: v.picklist(['a', 'b']),
      initiator: userId,
      partnerId: userId,
      callerId: proxyNumber,
      sealed: sealedPartner,
      earlier,
    }),
    v.object({
      kind: v.literal('refused'),
      reason: v.picklist([...interactionRefusals, 'media_refused', 'told_enough']),
    }),
    v.object({ kind: v.picklist(['ended', 'unknown', 'own_number']) }),
  ]),
);
export const rejectText = script(
  library + interactions.rejectText,
  v.object({ kind: v.picklist(['done', 'unidentified']) }),
);
const pausedUntilMs = v.exactOptional(v.number());
export const countViolations = script(library + safety.countViolations, v.object({ pausedUntilMs }));
export const violationsOf = script(
  library + safety.violationsOf,
  v.object({ counts: v.record(v.string(), v.number()), pausedUntilMs }),
);
export const record = script(
  library + interactions.record,
  v.variant('kind', [
    v.object({ kind: v.picklist(['kept', 'blocked']), alone: v.exactOptional(v.string()) }),
    v.object({ kind: v.literal('moved'), answeredAtMs: v.number() }),
  ]),
);
export const outOfSession = script(
  library + interactions.outOfSession,
  v.object({ kind: v.picklist(['ended', 'unknown', 'told_enough']) }),
);
const pinRefusals: readonly PinRefusal[] = ['wrong_pin', 'attempts_exhausted', 'paused', 'quota_exceeded'];
export const enterPin = script(
  library + interactions.log + pins.enterPin,
  v.variant('kind', [
    v.object({ kind: v.literal('joined'), callerId: proxyNumber, sealed: sealedPartner }),
    v.object({ kind: v.literal('refused'), reason: v.picklist(pinRefusals) }),
  ]),
);
export const savePool: Script<{ added: number; removed: number }> = script(
  library + pool.savePool,
  v.object({ added: v.number(), removed: v.number() }),
);
export const poolSize = script(library + pool.poolSize, v.object({ size: v.number() }));
