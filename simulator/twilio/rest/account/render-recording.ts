import type { Recording } from '../../model';
import { rfc2822Date } from '../dates';
import type { TwilioState } from '../operation';
import { common, pathOf, subresources } from './render';

const shared = (state: TwilioState, recording: Recording) => ({
  ...common(state, recording),
  call_sid: recording.callSid,
  conference_sid: null,
  start_time: rfc2822Date(recording.startTime),
  duration: recording.duration === null ? '-1' : String(recording.duration),
  channels: recording.channels,
  source: recording.source,
  price: null,
  price_unit: 'USD',
  error_code: null,
  encryption_details: null,
});

/** As `/Recordings` shows it. */
export function renderRecording(state: TwilioState, recording: Recording): object {
  const path = pathOf(state, `/Recordings/${recording.sid}`);
  return {
    ...shared(state, recording),
    status: recording.status,
    media_url: `https://api.twilio.com${path}`,
    ...subresources(path, 'AddOnResults', 'Transcriptions'),
  };
}

/** As `/Calls/{CallSid}/Recordings` shows it, whose description knows no deleted ones. */
export function renderCallRecording(state: TwilioState, recording: Recording): object {
  return {
    ...shared(state, recording),
    status: recording.status === 'deleted' ? 'absent' : recording.status,
    track: recording.track,
    uri: `${pathOf(state, `/Calls/${recording.callSid}/Recordings/${recording.sid}`)}.json`,
  };
}
