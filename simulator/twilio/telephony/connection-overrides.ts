/** How often, and after which failures, Twilio asks a webhook again. */
export interface Connection {
  /** Without the fragment, which is neither sent nor signed. */
  url: string;
  retries: number;
  /** Whether an answer of this status is asked for again; 0 for none at all. */
  isRetried: (status: number) => boolean;
}

const policies: Record<string, (status: number) => boolean> = {
  all: (status) => status === 0 || status >= 400,
  '4xx': (status) => status >= 400 && status < 500,
  '5xx': (status) => status >= 500,
  ct: (status) => status === 0,
  rt: (status) => status === 0,
};

/**
 * Reads what a URL's fragment overrides, of which the simulator knows the retries. Where it says nothing nothing is asked again: Twilio itself
 * would do so once where it could not connect.
 * https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides
 */
export function connectionOf(webhookUrl: string): Connection {
  const [url = '', fragment = ''] = webhookUrl.split('#');
  const { rc = '0', rp = 'ct', ...others } = Object.fromEntries(new URLSearchParams(fragment));
  const chosen = rp.split(',').map((name) => policies[name]);
  if (Object.keys(others).length > 0 || !/^[0-5]$/.test(rc) || chosen.includes(undefined))
    throw new Error(`Connection overrides that the simulator does not know: #${fragment}`);
  return { url, retries: Number(rc), isRetried: (status) => chosen.some((policy) => policy?.(status)) };
}
