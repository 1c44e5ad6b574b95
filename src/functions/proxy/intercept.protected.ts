import { log } from '../../http/log';
import { PASS, readInteraction, STOP } from '../../http/proxy-webhook';
import { webhookFunction } from '../../http/webhook-function';
import { intercept } from '../../masking/intercept';
import { interactionStore } from '../../wiring';

/** Twilio Proxy asks before each call or text; only 403 stops one, so every doubt answers 403. */
export const handler = webhookFunction({ budgetMs: 1_800, onFault: STOP }, async (call) => {
  const { params, config, deadline, requestId } = call;
  const interaction = readInteraction(params);
  if (interaction === undefined) return STOP;
  const onError = config.INTERCEPT_ON_ERROR;
  const outcome = await intercept(interaction, { store: interactionStore(config), deadline, onError });
  const event = outcome.pass ? 'passed' : 'blocked';
  const reason = outcome.reason === undefined ? {} : { reason: outcome.reason };
  log({
    event,
    requestId,
    sessionSid: interaction.sid,
    interactionSid: interaction.interactionId,
    ...reason,
  });
  return outcome.pass ? PASS : STOP;
});
