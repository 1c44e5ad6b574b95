import type { Instant, ProxyService, Session, SessionStatus } from '../model';
import { newSid } from '../sids';
import type { SessionParams } from './params';

/** A closed session is kept this long: https://www.twilio.com/docs/proxy/api/session */
export const RETENTION_SECONDS = 90 * 24 * 60 * 60;

/** https://www.twilio.com/docs/api/errors/80608 */
const STATUS_CHANGES: Record<SessionStatus, readonly SessionStatus[]> = {
  open: ['closed'],
  'in-progress': ['closed'],
  closed: ['in-progress'],
};

/** Whether a request may change the status so; to stay the same is no change. */
export const isStatusChange = (from: SessionStatus, to: SessionStatus): boolean =>
  STATUS_CHANGES[from].includes(to);

/** A session without participants, not stored yet. */
export function newSession(service: ProxyService, params: SessionParams, now: Instant): Session {
  const sid = newSid('KC');
  const status = params.status ?? 'open';
  return {
    sid,
    serviceSid: service.sid,
    uniqueName: params.uniqueName || sid,
    status,
    closedReason: status === 'closed' ? 'api' : null,
    mode: params.mode ?? 'voice-and-message',
    ttl: params.ttl ?? service.defaultTtl,
    dateExpiry: params.dateExpiry ?? null,
    dateStarted: null,
    dateEnded: status === 'closed' ? now : null,
    dateLastInteraction: null,
    dateCreated: now,
    dateUpdated: now,
    participants: [],
  };
}

/**
 * When a live session ends. DateExpiry wins over Ttl; Ttl counts from the creation or the last interaction. With
 * neither it never ends: Twilio's pages say both "unlimited" and "90 days", and the former leaves more behind.
 */
export function expiryOf(session: Session): Instant | null {
  if (session.dateExpiry !== null) return session.dateExpiry;
  const start = session.dateLastInteraction ?? session.dateCreated;
  return session.ttl > 0 ? start + session.ttl * 1000 : null;
}
