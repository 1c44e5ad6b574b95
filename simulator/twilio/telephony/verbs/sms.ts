import { raiseAlert } from '../alerts';
import { methodOf, resolveUrl } from '../attributes';
import { refusal, reportMessage } from '../messaging';
import type { Scene, Source, Verb } from '../scene';
import type { XmlElement } from '../xml';

/**
 * Sends a text in the middle of a call, by default to the caller from the number called; the call goes on meanwhile.
 * https://www.twilio.com/docs/voice/twiml/sms
 */
export const sms: Verb = async (element, scene) => {
  const { call } = scene.leg;
  const { to = call.from, from = call.to, action } = element.attributes;
  const body = element.text.trim();
  const refused = refusal(scene.ports, { to, from, body });
  if (refused) raiseAlert(scene.ports, refused);
  const sid = refused ? undefined : send(element, scene, { to, from, body });
  return action === undefined ? undefined : actionSource(action, element, scene, sid);
};

function send(element: XmlElement, scene: Scene, text: { to: string; from: string; body: string }): string {
  const { statusCallback } = element.attributes;
  const url = statusCallback && resolveUrl(statusCallback, scene.documentUrl);
  return scene.exchange.sendMessage({ ...text, direction: 'outbound-call' }, (record) => {
    if (url) void reportMessage(scene, record, { url, method: 'POST' });
  }).sid;
}

function actionSource(action: string, element: XmlElement, scene: Scene, sid: string | undefined): Source {
  return {
    url: resolveUrl(action, scene.documentUrl),
    method: methodOf(element),
    parameters: sid === undefined ? { SmsStatus: 'invalid' } : { SmsSid: sid, SmsStatus: 'sending' },
  };
}
