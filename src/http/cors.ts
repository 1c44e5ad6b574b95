import type { Config } from '../config';

/**
 * Headers that let a page of a configured origin read the answer. The platform answers the preflight request itself, so this is the
 * only place that keeps other origins out.
 * @see https://www.twilio.com/docs/serverless/functions-assets/visibility
 */
export function corsHeaders(origin: string | undefined, config: Config | undefined): Record<string, string> {
  if (origin === undefined || config === undefined || !config.CORS_ORIGINS.includes(origin))
    return { Vary: 'Origin' };
  return {
    Vary: 'Origin',
    'Access-Control-Allow-Origin': origin,
    'Access-Control-Expose-Headers': 'Retry-After, X-Request-Id',
  };
}
