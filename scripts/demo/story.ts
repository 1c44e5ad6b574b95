import type { SwitchboardName } from '../../src/masking/session';
import type { Settings } from '../settings';
import { call, callBack, cleanup, connect } from './calls';
import { lateCall, stranger } from './notices';
import { otherPhone } from './other-phone';
import { block, rejectedText } from './safety';
import type { Stage } from './stage';
import { text } from './text';
import { recording, timeLimit, voicemail } from './voice';

/** The story, scene by scene. It knows phones and Functions only, not what joins the calls. */
const scenes = {
  proxy: [connect, call, text, rejectedText, stranger, callBack, otherPhone, cleanup, lateCall, block],
  voice: [
    ...[connect, call, recording, text, rejectedText, stranger, callBack, otherPhone],
    ...[timeLimit, voicemail, cleanup, lateCall, block],
  ],
} as const;

/** The settings that the story is told with on a switchboard; what only `voice` can do is on there. */
export function storySettings(switchboard: SwitchboardName): Settings {
  if (switchboard === 'proxy') return { SWITCHBOARD: switchboard };
  return {
    SWITCHBOARD: switchboard,
    PROXY_SERVICE_SID: '',
    CALL_LIMIT_MINUTES: '10',
    RECORD_CALLS: 'true',
    VOICEMAIL_SECONDS: '60',
  };
}

/** Plays all scenes; one that cannot go on is a fact that did not hold, and the next one is still played. */
export async function play(stage: Stage): Promise<void> {
  const { SWITCHBOARD } = stage.stack.context;
  for (const scene of scenes[SWITCHBOARD === 'voice' ? 'voice' : 'proxy']) {
    try {
      await scene(stage);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      stage.narrator.expect(false, { ja: `先に進めません：${why}`, en: `This cannot go on: ${why}` });
    }
  }
}
