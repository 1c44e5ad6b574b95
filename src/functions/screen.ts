import { success } from '../http/answers';
import { clientFunction } from '../http/client-function';
import { readTexts, screenAnswer } from '../http/screening';
import { screenOptions } from '../wiring';

/** Judges chat texts before the marketplace delivers them; nothing of a text is kept. */
export const handler = clientFunction('screen', async ({ params, config }) => {
  const texts = readTexts(params);
  return success(screenAnswer(texts, screenOptions(config)));
});
