import { clientFunction } from '../../http/client-function';
import { answerEvents } from '../../http/events';
import { eventReceiver, outbox } from '../../wiring';

/** The events for the marketplace: how many wait, what they were, delivering them now (for a scheduler) and again. */
export const handler = clientFunction('ops', (call) =>
  answerEvents(call, outbox(call.config), eventReceiver(call.config)),
);
