import { logInterception, PASS, readQuestion, readText, STOP } from '../../http/proxy-webhook';
import { quietNow } from '../../http/quiet';
import { webhookFunction } from '../../http/webhook-function';
import { intercept } from '../../masking/intercept';
import { textJudge } from '../../safety/text-judge';
import { interactionStore, screenOptions, senderNumber } from '../../wiring';

/** Twilio Proxy asks before each call or text; only 403 stops one, so every doubt answers 403. */
export const handler = webhookFunction({ budgetMs: 1_600, onFault: STOP }, async (call) => {
  const { params, config, deadline, requestId } = call;
  const interaction = readQuestion(params);
  if (interaction === undefined) return STOP;
  const outcome = await intercept(interaction, readText(params), {
    store: interactionStore(config),
    deadline,
    onError: config.INTERCEPT_ON_ERROR,
    isQuiet: quietNow(config),
    judge: textJudge(screenOptions(config)),
    identify: senderNumber(config),
  });
  logInterception(outcome, interaction, requestId);
  return outcome.pass ? PASS : STOP;
});
