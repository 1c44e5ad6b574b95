import { logInterception, PASS, readInteraction, readText, STOP } from '../../http/proxy-webhook';
import { quietNow } from '../../http/quiet';
import { webhookFunction } from '../../http/webhook-function';
import { intercept } from '../../masking/intercept';
import { screen } from '../../safety/screening';
import { interactionStore, screenOptions } from '../../wiring';

/** Twilio Proxy asks before each call or text; only 403 stops one, so every doubt answers 403. */
export const handler = webhookFunction({ budgetMs: 1_800, onFault: STOP }, async (call) => {
  const { params, config, deadline, requestId } = call;
  const interaction = readInteraction(params);
  if (interaction === undefined) return STOP;
  const outcome = await intercept(interaction, readText(params), {
    store: interactionStore(config),
    deadline,
    onError: config.INTERCEPT_ON_ERROR,
    isQuiet: quietNow(config),
    isAllowed: (text) => screen(text, screenOptions(config)).allowed,
  });
  logInterception(outcome, interaction, requestId);
  return outcome.pass ? PASS : STOP;
});
