import type { Twilio } from 'twilio';
import { isE164, type ProxyNumber } from '../../masking/numbers';
import type {
  Clock,
  CloseResult,
  Deadline,
  ExtendResult,
  OpenResult,
  SessionDraft,
  Switchboard,
} from '../../masking/ports';
import type { ClosingSession, Numbers, SwitchboardSid } from '../../masking/session';
import type { Failure } from './failure';
import { findSession } from './find-session';
import { type TwilioSettings, twilioClient } from './rest';
import { callInTurn, callOnce, callTwice } from './retry';

export type SessionMode = 'voice-only' | 'message-only' | 'voice-and-message';

export interface ProxySettings extends TwilioSettings {
  readonly serviceSid: string;
  /** Most Japanese numbers carry voice only: leaving Twilio's default of both there gives error 80202. */
  readonly sessionMode: SessionMode;
}

/** Seconds after which a client may try again when Twilio names none. */
const RETRY_SECONDS = 5;

/**
 * Sessions on Twilio Proxy. Both participants are pinned to their numbers in the one call that creates the session, so that nothing has to
 * be read back; our session id is its UniqueName, so that a call whose answer was lost can be made again.
 * @see https://www.twilio.com/docs/proxy/api/session
 */
export class ProxySwitchboard implements Switchboard {
  constructor(
    private readonly settings: ProxySettings,
    private readonly clock: Clock = Date.now,
  ) {}

  async open(draft: SessionDraft, numbers: Numbers | undefined, deadline: Deadline): Promise<OpenResult> {
    const client = await twilioClient(this.settings, deadline);
    const first = await this.tryOpen(client, draft, numbers, deadline);
    if (first.kind !== 'name_taken') return first;
    const adopted = await this.adopt(client, draft, deadline);
    if (adopted.kind !== 'ended') return adopted;
    const second = await this.tryOpen(client, draft, numbers, deadline);
    return second.kind === 'name_taken' ? { kind: 'unknown' } : second;
  }

  async extend(sid: SwitchboardSid, expiresAtMs: number, deadline: Deadline): Promise<ExtendResult> {
    const client = await twilioClient(this.settings, deadline);
    const result = await callTwice(
      () => this.session(client, sid).update(this.lifetime(expiresAtMs)),
      deadline,
    );
    if (result.ok) return result.value.status === 'closed' ? 'gone' : 'extended';
    return result.failure.kind === 'gone' ? 'gone' : 'failed';
  }

  async close(session: ClosingSession, deadline: Deadline): Promise<CloseResult> {
    const client = await twilioClient(this.settings, deadline);
    let { sid } = session;
    if (sid === undefined) {
      const search = await findSession(client, this.settings.serviceSid, session.sessionId, deadline);
      if (search.kind !== 'found') return search.kind === 'absent' ? 'closed' : 'failed';
      sid = search.sid;
    }
    const target = this.session(client, sid);
    const result = await callTwice(() => target.removeWithHttpInfo(), deadline);
    // The client takes every 2xx for a deletion, also a page of something in between; only 204 is one.
    const isGone = result.ok ? result.value.statusCode === 204 : result.failure.kind === 'gone';
    return isGone ? 'closed' : 'failed';
  }

  private create(
    client: Twilio,
    { sessionId, pair, expiresAtMs }: SessionDraft,
    numbers: Numbers | undefined,
  ) {
    const participant = (number: string, proxyNumber: string | undefined) => ({
      Identifier: number,
      ...(proxyNumber === undefined ? {} : { ProxyIdentifier: proxyNumber }),
    });
    return client.proxy.v1.services(this.settings.serviceSid).sessions.create({
      uniqueName: sessionId,
      ...this.lifetime(expiresAtMs),
      mode: this.settings.sessionMode,
      participants: [
        participant(pair.caller.number, numbers?.caller),
        participant(pair.callee.number, numbers?.callee),
      ],
    });
  }

  private async opened(
    client: Twilio,
    draft: SessionDraft,
    sid: string,
    pinned: Numbers | undefined,
  ): Promise<OpenResult> {
    const numbers = pinned ?? (await this.readNumbers(client, draft, sid));
    return numbers === undefined
      ? { kind: 'unknown' }
      : { kind: 'opened', sid: sid as SwitchboardSid, numbers };
  }

  private async tryOpen(
    client: Twilio,
    draft: SessionDraft,
    numbers: Numbers | undefined,
    deadline: Deadline,
  ): Promise<OpenResult | NameTaken> {
    const result = await callInTurn(() => this.create(client, draft, numbers), deadline);
    if (!result.ok) return openFailure(result.failure, numbers !== undefined);
    if (!isSessionSid(result.value.sid)) return { kind: 'unknown' };
    return this.opened(client, draft, result.value.sid, numbers);
  }

  /**
   * An earlier call of the same connect took effect although its answer was lost: that session is taken over. One that has ended
   * meanwhile still holds its name: it is deleted, so that it can be opened anew.
   */
  private async adopt(
    client: Twilio,
    draft: SessionDraft,
    deadline: Deadline,
  ): Promise<OpenResult | { readonly kind: 'ended' }> {
    const search = await findSession(client, this.settings.serviceSid, draft.sessionId, deadline);
    if (search.kind !== 'found') return { kind: 'unknown' };
    const { sid } = search;
    const extended = await this.extend(sid, draft.expiresAtMs, deadline);
    if (extended === 'extended') return this.opened(client, draft, sid, undefined);
    const closed = extended === 'gone' && (await this.close({ sessionId: draft.sessionId, sid }, deadline));
    return { kind: closed === 'closed' ? 'ended' : 'unknown' };
  }

  private async readNumbers(
    client: Twilio,
    { pair }: SessionDraft,
    sid: string,
  ): Promise<Numbers | undefined> {
    const list = await callOnce(() => this.session(client, sid).participants.list({ limit: 2 }));
    if (!list.ok) return undefined;
    const proxyNumberOf = (number: string) =>
      list.value.find((participant) => participant.identifier === number)?.proxyIdentifier;
    const caller = proxyNumberOf(pair.caller.number);
    const callee = proxyNumberOf(pair.callee.number);
    if (!isProxyNumber(caller) || !isProxyNumber(callee)) return undefined;
    return { caller, callee };
  }

  /** Both are set although DateExpiry wins: sources disagree on what a session without one of them does. */
  private lifetime(expiresAtMs: number) {
    const seconds = Math.max(1, Math.ceil((expiresAtMs - this.clock()) / 1000));
    return { dateExpiry: new Date(expiresAtMs), ttl: seconds };
  }

  private session(client: Twilio, sid: string) {
    return client.proxy.v1.services(this.settings.serviceSid).sessions(sid);
  }
}

/** A session of this name exists already. */
type NameTaken = Failure & { kind: 'name_taken' };

function openFailure(failure: Failure, pinned: boolean): OpenResult | NameTaken {
  switch (failure.kind) {
    case 'name_taken':
      return failure;
    case 'numbers_refused':
    case 'contended':
      return { kind: 'numbers_refused' };
    case 'no_number_left':
      return { kind: pinned ? 'numbers_refused' : 'no_number_left' };
    case 'unreachable_number':
      return { kind: 'unreachable_number' };
    case 'rate_limited':
      return { kind: 'unavailable', retryAfterSeconds: Math.max(1, Math.ceil(failure.retryAfterSeconds)) };
    case 'not_sent':
      return { kind: 'unavailable', retryAfterSeconds: RETRY_SECONDS };
    case 'gone':
      return { kind: 'refused', reason: 'service not found' };
    case 'rejected':
      return { kind: 'refused', reason: `status ${failure.status}, code ${failure.code ?? 'none'}` };
    case 'lost':
    case 'unknown':
      return { kind: 'unknown' };
  }
}

function isSessionSid(sid: unknown): sid is string {
  return typeof sid === 'string' && /^KC[0-9a-fA-F]{32}$/.test(sid);
}

function isProxyNumber(number: string | undefined): number is ProxyNumber {
  return number !== undefined && isE164(number);
}
