import { call, callBack, cleanup, connect } from './calls';
import { lateCall, stranger } from './notices';
import { otherPhone } from './other-phone';
import type { Stage } from './stage';
import { text } from './text';

/** The story, scene by scene. It knows phones and Functions only, not what joins the calls. */
const scenes = [connect, call, text, stranger, callBack, otherPhone, cleanup, lateCall];

/** Plays all scenes; one that cannot go on is a fact that did not hold, and the next one is still played. */
export async function play(stage: Stage): Promise<void> {
  for (const scene of scenes) {
    try {
      await scene(stage);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      stage.narrator.expect(false, { ja: `先に進めません：${why}`, en: `This cannot go on: ${why}` });
    }
  }
}
