import type { Participant, Session } from '../model';
import { TwilioError } from '../twilio-error';
import type { OperationContext } from './operation';

/** Goes on with a value; a refusal stays what it is. */
export function map<T extends object, R>(result: T | TwilioError, next: (value: T) => R): R | TwilioError {
  return result instanceof TwilioError ? result : next(result);
}

/** The part of a path, which the description says is there. */
export const pathOf = ({ path }: OperationContext, name: string): string => path.text(name) ?? '';

/** Goes on with the session that the path names. */
export function withSession<R>(
  context: OperationContext,
  next: (session: Session) => R,
  name = 'SessionSid',
): R | TwilioError {
  const { proxy, fetchByUniqueName } = context.state;
  const [serviceSid, sid] = [pathOf(context, 'ServiceSid'), pathOf(context, name)];
  const named = fetchByUniqueName ? proxy.sessions.byUniqueName(serviceSid, sid) : undefined;
  return map(named ?? proxy.sessions.get(serviceSid, sid), next);
}

/** Goes on with the participant that the path names. */
export function withParticipant<R>(
  context: OperationContext,
  name: string,
  next: (session: Session, participant: Participant) => R,
): R | TwilioError {
  return withSession(context, (session) =>
    map(context.state.proxy.participants.get(session, pathOf(context, name)), (participant) =>
      next(session, participant),
    ),
  );
}
