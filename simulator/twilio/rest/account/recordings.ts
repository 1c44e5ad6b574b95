import { accountRefusal } from '../../account/errors';
import type { Call, Recording } from '../../model';
import type { TwilioError } from '../../twilio-error';
import type { Fields } from '../fields';
import type { Handlers, OperationContext } from '../operation';
import { accountList } from '../paging';
import { map, pathOf } from '../results';
import { renderCallRecording, renderRecording } from './render-recording';

/** https://www.twilio.com/docs/voice/api/recording */
export const recordingOperations: Handlers = {
  ListRecording: (context) => list(context, renderRecording),
  FetchRecording: (context) => map(find(context), (recording) => renderRecording(context.state, recording)),
  DeleteRecording: (context) => map(find(context), (recording) => remove(context, recording)),
  ListCallRecording: (context) =>
    map(findCall(context), (call) => list(context, renderCallRecording, call.sid)),
  CreateCallRecording: (context) =>
    map(findCall(context), (call) => map(start(context, call), shown(context))),
  FetchCallRecording: (context) => map(find(context), shown(context)),
  UpdateCallRecording: (context) => map(change(context), shown(context)),
  DeleteCallRecording: (context) => map(find(context), (recording) => remove(context, recording)),
};

const missing = () => accountRefusal.notFound('Recording');

const shown = (context: OperationContext) => (recording: Recording) =>
  renderCallRecording(context.state, recording);

const findCall = (context: OperationContext): Call | TwilioError =>
  context.state.calls.get(pathOf(context, 'CallSid')) ?? accountRefusal.notFound('Call');

/** A deleted one is kept for 40 days and found only by those who ask for it. */
function find(context: OperationContext): Recording | TwilioError {
  const recording = context.state.recordings.get(pathOf(context, 'Sid'));
  const callSid = context.path.text('CallSid') ?? recording?.callSid;
  const withDeleted = context.query.flag('IncludeSoftDeleted') === true;
  const isHidden = recording?.status === 'deleted' && !withDeleted;
  return recording && recording.callSid === callSid && !isHidden ? recording : missing();
}

function list(
  context: OperationContext,
  render: typeof renderRecording,
  callSid = context.query.text('CallSid'),
): object {
  const { state, query } = context;
  const isWanted = wanted(query, callSid);
  return accountList(
    context,
    'recordings',
    (limit, cursor) => state.recordings.records.page(limit, cursor, isWanted),
    (recording) => render(state, recording),
  );
}

/** The resource takes times, the one of a call only days: either is an instant here. */
function wanted(query: Fields, callSid: string | undefined): (recording: Recording) => boolean {
  const [before, after] = [query.instant('DateCreated<'), query.instant('DateCreated>')];
  const withDeleted = query.flag('IncludeSoftDeleted') === true;
  return (recording) =>
    (callSid === undefined || recording.callSid === callSid) &&
    (withDeleted || recording.status !== 'deleted') &&
    (before === undefined || recording.dateCreated <= before) &&
    (after === undefined || recording.dateCreated >= after);
}

function start({ state, body }: OperationContext, call: Call): Recording | TwilioError {
  const url = body.text('RecordingStatusCallback');
  const method = body.choice('RecordingStatusCallbackMethod', ['GET', 'POST']) ?? 'POST';
  const events = body.texts('RecordingStatusCallbackEvent')?.flatMap((text) => text.split(' '));
  // There is no sound here whose silence could be trimmed.
  body.choice('Trim', ['trim-silence', 'do-not-trim']);
  const recording = state.telephony.recordCall(call, {
    channels: body.text('RecordingChannels') === 'dual' ? 2 : 1,
    track: body.choice('RecordingTrack', ['inbound', 'outbound']) ?? 'both',
    callback: url ? { url, method, events: events ?? ['completed'] } : undefined,
  });
  return recording ?? accountRefusal.callNotInProgress();
}

function change(context: OperationContext): Recording | TwilioError {
  const status = context.body.choice('Status', ['paused', 'in-progress', 'stopped']);
  if (!status) return accountRefusal.invalid('Status');
  const [callSid, sid] = [pathOf(context, 'CallSid'), pathOf(context, 'Sid')];
  return context.state.telephony.changeRecording(callSid, sid, status) ?? missing();
}

function remove({ state }: OperationContext, recording: Recording): TwilioError | undefined {
  if (recording.status === 'deleted') return missing();
  if (recording.duration === null) return accountRefusal.invalid('the recording has not ended');
  state.recordings.update(recording, { status: 'deleted' });
  return undefined;
}
