import { accountOperations } from './account/account';
import { callOperations } from './account/calls';
import { conferenceOperations } from './account/conferences';
import { messageOperations } from './account/messages';
import { accountNumberOperations } from './account/numbers';
import { recordingOperations } from './account/recordings';
import { Api, type HostApi } from './api';
import { Description } from './description';
import { alertOperations } from './monitor/alerts';
import type { TwilioState } from './operation';
import { interactionOperations } from './proxy/interactions';
import { messageInteractionOperations } from './proxy/message-interactions';
import { numberOperations } from './proxy/numbers';
import { participantOperations } from './proxy/participants';
import { serviceOperations } from './proxy/services';
import { sessionOperations } from './proxy/sessions';
import { RateLimit } from './rate-limit';
import { serverlessOperations } from './serverless/operations';
import { UploadApi } from './serverless/upload-api';

/**
 * Twilio's APIs by host. All of Proxy is answered; of the others only what number masking and deploying need, the rest is 404.
 * A description is read at the first request to its host, so that starting costs nothing.
 */
export function twilioApis(
  state: TwilioState,
  options: { rateLimit: boolean },
): ReadonlyMap<string, HostApi> {
  const proxy = new Api({
    description: new Description('proxy', 'twilio_proxy_v1.json'),
    handlers: {
      ...serviceOperations,
      ...numberOperations,
      ...sessionOperations,
      ...participantOperations,
      ...interactionOperations,
      ...messageInteractionOperations,
    },
    state,
    rateLimit: options.rateLimit ? new RateLimit(state.clock) : undefined,
  });
  const account = new Api({
    description: new Description('account', 'twilio_api_v2010.json'),
    handlers: {
      ...accountOperations,
      ...callOperations,
      ...recordingOperations,
      ...conferenceOperations,
      ...messageOperations,
      ...accountNumberOperations,
    },
    state,
  });
  const description = new Description('serverless', 'twilio_serverless_v1.json');
  const serverless = new Api({ description, handlers: serverlessOperations, state });
  const monitor = new Api({
    description: new Description('monitor', 'twilio_monitor_v1.json'),
    handlers: alertOperations,
    state,
  });
  return new Map<string, HostApi>([
    ['proxy.twilio.com', proxy],
    ['api.twilio.com', account],
    ['monitor.twilio.com', monitor],
    ['serverless.twilio.com', serverless],
    ['serverless-upload.twilio.com', new UploadApi({ description, state })],
  ]);
}
