import { accountRefusal } from '../../account/errors';
import type { CallInstructions } from '../../account/telephony-port';
import type { Call } from '../../model';
import type { TwilioError } from '../../twilio-error';
import type { Fields } from '../fields';
import type { Handlers, OperationContext } from '../operation';
import { accountList } from '../paging';
import { map, pathOf } from '../results';
import { renderCall } from './render';

const METHODS = ['GET', 'POST'] as const;

/** https://www.twilio.com/docs/voice/api/call-resource */
export const callOperations: Handlers = {
  ListCall: (context) =>
    accountList(
      context,
      'calls',
      (limit, cursor) => context.state.calls.records.page(limit, cursor, wanted(context.query)),
      rendered(context),
    ),
  CreateCall: (context) => map(create(context), rendered(context)),
  FetchCall: (context) => map(find(context), rendered(context)),
  UpdateCall: (context) => map(find(context), (call) => map(update(context, call), rendered(context))),
  DeleteCall: (context) =>
    map(find(context), (call) => {
      if (call.endTime === null) return accountRefusal.invalid('the call has not ended');
      context.state.calls.records.delete(call.sid);
      return undefined;
    }),
};

const rendered = (context: OperationContext) => (call: Call) => renderCall(context.state, call);

const find = (context: OperationContext): Call | TwilioError =>
  context.state.calls.get(pathOf(context, 'Sid')) ?? accountRefusal.notFound('Call');

function wanted(query: Fields): (call: Call) => boolean {
  const [to, from] = [query.text('To'), query.text('From')];
  const [parent, status] = [query.text('ParentCallSid'), query.text('Status')];
  return (call) =>
    (to ?? call.to) === call.to &&
    (from ?? call.from) === call.from &&
    (parent ?? call.parentCallSid) === call.parentCallSid &&
    (status ?? call.status) === call.status;
}

const instructionsOf = (body: Fields): CallInstructions => ({
  url: body.text('Url'),
  method: body.choice('Method', METHODS),
  twiml: body.text('Twiml'),
});

function create({ state, body }: OperationContext): Call | TwilioError {
  const [from, to] = [body.text('From') ?? '', body.text('To') ?? ''];
  const instructions = instructionsOf(body);
  if (!state.numbers.get(from)) return accountRefusal.callerNotOwned();
  if (!/^\+[1-9]\d{6,14}$/.test(to)) return accountRefusal.invalidTo();
  if (!instructions.url && !instructions.twiml) return accountRefusal.noInstructions();
  return state.telephony.placeCall({
    ...instructions,
    from,
    to,
    timeout: body.integer('Timeout'),
    timeLimit: body.integer('TimeLimit'),
    statusCallback: body.text('StatusCallback'),
    statusCallbackMethod: body.choice('StatusCallbackMethod', METHODS),
    statusCallbackEvent: body.texts('StatusCallbackEvent'),
  });
}

function update({ state, body }: OperationContext, call: Call): Call | TwilioError {
  if (call.endTime !== null) return accountRefusal.callEnded();
  const status = body.choice('Status', ['completed', 'canceled']);
  const instructions = instructionsOf(body);
  if (status) state.telephony.endCall(call, status);
  else if (instructions.url || instructions.twiml) state.telephony.redirectCall(call, instructions);
  return call;
}
