import type { Request } from 'express';
import { validateRequest, validateRequestWithBody } from 'twilio/lib/webhooks/webhooks';
import { bodyOf } from './body';

/**
 * Whether Twilio signed the request. The signature covers the URL that Twilio called and the form fields; of any other
 * body it covers the hash in the query's `bodySHA256`.
 * @see https://www.twilio.com/docs/usage/security#validating-requests
 */
export function isSigned(request: Request, publicUrl: string, authToken: string): boolean {
  const signature = request.get('X-Twilio-Signature');
  if (signature === undefined) return false;
  const url = publicUrl + request.originalUrl;
  if (request.query.bodySHA256 === undefined) {
    return validateRequest(authToken, signature, url, request.is('urlencoded') ? request.body : {});
  }
  return validateRequestWithBody(authToken, signature, url, bodyOf(request).toString());
}
