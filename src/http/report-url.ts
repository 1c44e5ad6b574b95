/**
 * Where Twilio reports what is told once and never asked for again, such as a recording that somebody has to delete one day. By itself Twilio
 * repeats only what never reached us; this asks it to repeat also what we could not keep. Every report is safe to get twice.
 * @see https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides
 */
export function reportUrl(baseUrl: string, path: string): string {
  return `${baseUrl}${path}#rc=2&rp=all`;
}
