import { choice, methodOf, resolveUrl } from '../attributes';
import type { Verb } from '../scene';

/** https://www.twilio.com/docs/voice/twiml/redirect */
export const redirect: Verb = async (element, { documentUrl }) => ({
  url: resolveUrl(element.text.trim(), documentUrl),
  method: methodOf(element),
});

/** Answers first: only <Reject> can refuse a call. https://www.twilio.com/docs/voice/twiml/hangup */
export const hangup: Verb = async (_element, { leg }) => {
  leg.answer();
  leg.end('completed');
  return undefined;
};

/** https://www.twilio.com/docs/voice/twiml/reject; after another verb answered, it just ends the call. */
export const reject: Verb = async (element, { leg }) => {
  leg.end(choice(element, 'reason', ['rejected', 'busy']) === 'busy' ? 'busy' : 'no-answer');
  return undefined;
};
