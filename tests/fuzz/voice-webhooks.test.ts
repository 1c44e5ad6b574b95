import fc from 'fast-check';
import { qstashContext } from '../../scripts/local/context';
import { handler as incomingText } from '../../src/functions/messages/incoming.protected';
import { handler as textStatus } from '../../src/functions/messages/status.protected';
import { handler as qstashWarning } from '../../src/functions/qstash/warning';
import { handler as afterDial } from '../../src/functions/voice/after-dial.protected';
import { handler as incomingCall } from '../../src/functions/voice/incoming.protected';
import { handler as pin } from '../../src/functions/voice/pin.protected';
import { handler as recording } from '../../src/functions/voice/recording.protected';
import { handler as status } from '../../src/functions/voice/status.protected';
import { handler as voicemail } from '../../src/functions/voice/voicemail.protected';
import { handler as whisper } from '../../src/functions/voice/whisper.protected';
import type { Handler } from '../../src/http/runtime';
import { FunctionWorld } from '../functions/support';
import { invoke, type Returned } from './invoke';
import { rawRequests } from './requests';
import { voiceWords } from './vocabularies';

const REQUESTS = 2_000;

let world: FunctionWorld;
beforeAll(async () => {
  world = await FunctionWorld.start();
  await world.reset();
});
afterAll(() => world.simulator.stop());

/** No session is live here: nobody may be joined, nothing relayed, nothing recorded but a message for somebody. */
const isTwiml = ({ status, body, contentType }: Returned) =>
  status === 200 &&
  contentType === 'application/xml' &&
  /^<\?xml.*<\/Response>$/s.test(String(body)) &&
  !/<Dial|<Message [^>]*to=/.test(String(body));
const isRefused = ({ status, body }: Returned) => status === 401 && body === '';
const isEmpty = ({ status, body }: Returned) => status === 200 && body === '';

const webhooks: readonly (readonly [
  path: string,
  handler: Handler,
  isAllowed: (returned: Returned) => boolean,
])[] = [
  ['/voice/incoming', incomingCall, isTwiml],
  ['/voice/pin', pin, isTwiml],
  ['/voice/whisper', whisper, isTwiml],
  ['/voice/after-dial', afterDial, isTwiml],
  ['/voice/voicemail', voicemail, isTwiml],
  ['/voice/recording', recording, isEmpty],
  ['/voice/status', status, isEmpty],
  ['/qstash/warning', qstashWarning, isRefused],
  ['/messages/incoming', incomingText, isTwiml],
  ['/messages/status', textStatus, isEmpty],
];

it.each(webhooks)(
  `%s answers ${REQUESTS} requests of every kind as documented, each once`,
  async (_, handler, isAllowed) => {
    const vocabulary = { ...voiceWords, credentials: [world.keys.apiKey] };
    const warnings = qstashContext(world.simulator);
    const context = world.context({ ...warnings, RECORD_CALLS: 'true', VOICEMAIL_SECONDS: '60' });
    await fc.assert(
      fc.asyncProperty(rawRequests(vocabulary), async (request) => {
        const returned = await invoke(handler, context, request);
        if (!isAllowed(returned)) throw new Error(`answered ${JSON.stringify(returned)}`);
      }),
      { numRuns: REQUESTS },
    );
    expect(world.lines.filter((line) => line.includes('internal_error'))).toEqual([]);
  },
  180_000,
);
