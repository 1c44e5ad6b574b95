import { logOutcome } from '../../http/incoming';
import { readIncomingText, textAnswer } from '../../http/texts/text-webhook';
import { twiml } from '../../http/twiml';
import { webhookFunction } from '../../http/webhook-function';
import { incomingText } from '../../masking/incoming-text';
import { textJudge } from '../../safety/text-judge';
import { interactionStore, screenOptions } from '../../wiring';

/** A text to a number of the service: it is relayed to the partner, or its sender is told why not. */
export const handler = webhookFunction({ budgetMs: 2_800, onFault: twiml([]) }, async (call) => {
  const { params, config, deadline, requestId } = call;
  const text = readIncomingText(params);
  if (text === undefined) return twiml([]);
  const outcome = await incomingText(text, {
    router: interactionStore(config),
    deadline,
    judge: textJudge(screenOptions(config)),
  });
  logOutcome(outcome, text, requestId);
  return textAnswer(outcome, text, call);
});
