import { UNKNOWN_NOTICE } from '../../http/notices';
import { lastWords } from '../../http/voice/last-words';
import { webhookFunction } from '../../http/webhook-function';

/** A message for the partner was recorded; `/voice/recording` hears of it by itself. */
export const handler = webhookFunction({ budgetMs: 2_800, onFault: UNKNOWN_NOTICE }, async ({ config }) =>
  lastWords('messageTaken', config),
);
