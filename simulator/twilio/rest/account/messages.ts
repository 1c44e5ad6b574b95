import { accountRefusal } from '../../account/errors';
import type { Message } from '../../model';
import type { TwilioError } from '../../twilio-error';
import type { Fields } from '../fields';
import type { Handlers, OperationContext } from '../operation';
import { accountList } from '../paging';
import { map, pathOf } from '../results';
import { renderMessage } from './render';

/** https://www.twilio.com/docs/messaging/api/message-resource */
export const messageOperations: Handlers = {
  ListMessage: (context) =>
    accountList(
      context,
      'messages',
      (limit, cursor) => context.state.messages.records.page(limit, cursor, wanted(context.query)),
      rendered(context),
    ),
  CreateMessage: (context) => map(create(context), rendered(context)),
  FetchMessage: (context) => map(find(context), rendered(context)),
  DeleteMessage: (context) =>
    map(find(context), (message) => {
      context.state.messages.records.delete(message.sid);
      return undefined;
    }),
};

const rendered = (context: OperationContext) => (message: Message) => renderMessage(context.state, message);

const find = (context: OperationContext): Message | TwilioError =>
  context.state.messages.get(pathOf(context, 'Sid')) ?? accountRefusal.notFound('Message');

const wanted = (query: Fields) => (message: Message) =>
  (query.text('To') ?? message.to) === message.to && (query.text('From') ?? message.from) === message.from;

function create({ state, body }: OperationContext): Message | TwilioError {
  const [from, to, text] = [body.text('From') ?? '', body.text('To') ?? '', body.text('Body')];
  if (!state.numbers.get(from)?.capabilities.sms) return accountRefusal.senderCannotText();
  if (!/^\+[1-9]\d{6,14}$/.test(to)) return accountRefusal.invalidTo();
  if (!text) return accountRefusal.noBody();
  return state.telephony.sendMessage({ from, to, body: text, statusCallback: body.text('StatusCallback') });
}
