import { accountRefusal } from '../../account/errors';
import { longestMessage } from '../../account/messages';
import type { Message } from '../../model';
import type { TwilioError } from '../../twilio-error';
import type { Fields } from '../fields';
import type { Handlers, OperationContext } from '../operation';
import { accountList } from '../paging';
import { map, pathOf } from '../results';
import { renderMedia, renderMessage } from './render';

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
  ListMedia: (context) =>
    map(find(context, 'MessageSid'), (message) =>
      accountList(
        context,
        'media_list',
        (limit) => ({ records: message.media.slice(0, limit) }),
        (media) => renderMedia(context.state, message, media),
      ),
    ),
  DeleteMedia: (context) => map(find(context, 'MessageSid'), (message) => removeMedia(context, message)),
  DeleteMessage: (context) =>
    map(find(context), (message) => {
      context.state.messages.records.delete(message.sid);
      return undefined;
    }),
};

const rendered = (context: OperationContext) => (message: Message) => renderMessage(context.state, message);

const find = (context: OperationContext, name = 'Sid'): Message | TwilioError =>
  context.state.messages.get(pathOf(context, name)) ?? accountRefusal.notFound('Message');

function removeMedia(context: OperationContext, message: Message): TwilioError | undefined {
  const index = message.media.findIndex(({ sid }) => sid === pathOf(context, 'Sid'));
  if (index < 0) return accountRefusal.notFound('Media');
  message.media.splice(index, 1);
  return undefined;
}

function wanted(query: Fields): (message: Message) => boolean {
  const [to, from] = [query.text('To'), query.text('From')];
  return (message) => (to ?? message.to) === message.to && (from ?? message.from) === message.from;
}

function create({ state, body }: OperationContext): Message | TwilioError {
  const [from, to, text] = [body.text('From') ?? '', body.text('To') ?? '', body.text('Body')];
  if (!state.numbers.get(from)?.capabilities.sms) return accountRefusal.senderCannotText();
  if (!/^\+[1-9]\d{6,14}$/.test(to)) return accountRefusal.invalidTo();
  if (!text) return accountRefusal.noBody();
  if (text.length > longestMessage) return accountRefusal.bodyTooLong();
  if (state.optOuts.forbids(from, to)) return accountRefusal.optedOut();
  return state.telephony.sendMessage({ from, to, body: text, statusCallback: body.text('StatusCallback') });
}
