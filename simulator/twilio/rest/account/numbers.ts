import { accountRefusal } from '../../account/errors';
import type { AccountNumberChanges } from '../../account/numbers';
import type { AccountNumber } from '../../model';
import type { TwilioError } from '../../twilio-error';
import type { Fields } from '../fields';
import type { Handlers, OperationContext } from '../operation';
import { accountList } from '../paging';
import { map, pathOf } from '../results';
import { renderAccountNumber } from './render';

const METHODS = ['GET', 'POST'] as const;

/** https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource */
export const accountNumberOperations: Handlers = {
  ListIncomingPhoneNumber: (context) =>
    accountList(
      context,
      'incoming_phone_numbers',
      (limit, cursor) => context.state.numbers.records.page(limit, cursor, wanted(context.query)),
      rendered(context),
    ),
  FetchIncomingPhoneNumber: (context) => map(find(context), rendered(context)),
  UpdateIncomingPhoneNumber: (context) =>
    map(find(context), (number) =>
      map(context.state.numbers.update(number.sid, changesOf(context.body)) ?? missing(), rendered(context)),
    ),
};

const rendered = (context: OperationContext) => (number: AccountNumber) =>
  renderAccountNumber(context.state, number);

const missing = () => accountRefusal.notFound('IncomingPhoneNumber');

const find = (context: OperationContext): AccountNumber | TwilioError =>
  context.state.numbers.bySid(pathOf(context, 'Sid')) ?? missing();

/** `PhoneNumber` may be a part of the number, with `*` for any digit. */
function wanted(query: Fields): (number: AccountNumber) => boolean {
  const name = query.text('FriendlyName');
  const part = query.text('PhoneNumber');
  const pattern = part && new RegExp(part.replace('+', '\\+').replaceAll('*', '\\d'));
  return (number) =>
    (!name || number.friendlyName === name) && (!pattern || pattern.test(number.phoneNumber));
}

function changesOf(body: Fields): AccountNumberChanges {
  const changes = {
    friendlyName: body.text('FriendlyName'),
    voiceUrl: body.text('VoiceUrl'),
    voiceMethod: body.choice('VoiceMethod', METHODS),
    voiceFallbackUrl: body.text('VoiceFallbackUrl'),
    voiceFallbackMethod: body.choice('VoiceFallbackMethod', METHODS),
    smsUrl: body.text('SmsUrl'),
    smsMethod: body.choice('SmsMethod', METHODS),
    smsFallbackUrl: body.text('SmsFallbackUrl'),
    smsFallbackMethod: body.choice('SmsFallbackMethod', METHODS),
    statusCallback: body.text('StatusCallback'),
    statusCallbackMethod: body.choice('StatusCallbackMethod', METHODS),
  };
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}
