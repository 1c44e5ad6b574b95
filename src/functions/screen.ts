import { success } from '../http/answers';
import { clientFunction } from '../http/client-function';
import { countRejected, readTexts, screenAnswer, violationsOf } from '../http/screening';
import { screenOptions, violationStore } from '../wiring';

/** Judges chat texts before the marketplace delivers them; nothing of a text is kept. */
export const handler = clientFunction('screen', async ({ params, config, deadline, requestId }) => {
  const texts = readTexts(params);
  const answer = screenAnswer(texts, screenOptions(config));
  const tools = { store: violationStore(config), deadline, requestId };
  const pause = await countRejected(texts.userId, violationsOf(answer, requestId), tools);
  return success({ ...answer, ...pause });
});
