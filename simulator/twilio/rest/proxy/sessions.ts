import type { Session, SessionStatus } from '../../model';
import { refusal } from '../../proxy/errors';
import type { SessionChanges } from '../../proxy/params';
import type { TwilioError } from '../../twilio-error';
import type { Fields } from '../fields';
import type { Handlers, OperationContext } from '../operation';
import { proxyList } from '../paging';
import { map, pathOf, withSession } from '../results';
import { participantsParams } from './participant-params';
import { renderSession } from './render';

const STATUSES: readonly SessionStatus[] = ['open', 'in-progress', 'closed'];

/** https://www.twilio.com/docs/proxy/api/session */
export const sessionOperations: Handlers = {
  ListSession: (context) => {
    const { proxy } = context.state;
    return map(proxy.services.get(pathOf(context, 'ServiceSid')), ({ sid }) =>
      proxyList(
        context,
        'sessions',
        (limit, cursor) => proxy.sessions.page(sid, limit, cursor),
        rendered(context),
      ),
    );
  },
  CreateSession: (context) => map(create(context), rendered(context)),
  FetchSession: (context) => withSession(context, rendered(context), 'Sid'),
  UpdateSession: (context) => {
    const [serviceSid, sid] = [pathOf(context, 'ServiceSid'), pathOf(context, 'Sid')];
    return map(changesOf(context.body), (changes) =>
      map(context.state.proxy.updateSession(serviceSid, sid, changes), rendered(context)),
    );
  },
  DeleteSession: (context) =>
    withSession(
      context,
      (session) => {
        context.state.proxy.sessions.delete(session);
        return undefined;
      },
      'Sid',
    ),
};

const rendered = (context: OperationContext) => (session: Session) => renderSession(context.state, session);

function create(context: OperationContext): Session | TwilioError {
  const { body, state } = context;
  return map(changesOf(body), (changes) =>
    map(participantsParams(body.texts('Participants') ?? []), (participants) =>
      state.proxy.createSession(pathOf(context, 'ServiceSid'), {
        ...changes,
        participants,
        uniqueName: body.text('UniqueName'),
        mode: body.choice('Mode', ['voice-only', 'message-only', 'voice-and-message']),
      }),
    ),
  );
}

function changesOf(body: Fields): SessionChanges | TwilioError {
  const status = body.choice('Status', STATUSES);
  if (body.text('Status') && !status) return refusal.invalid('Status');
  const ttl = body.integer('Ttl');
  if (ttl !== undefined && ttl < 0) return refusal.invalid('Ttl');
  return { ttl, status, dateExpiry: body.instant('DateExpiry') };
}
