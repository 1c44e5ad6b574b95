import { generateKeys } from '../keys';
import type { Settings } from '../settings';

/** Keys that setup made. */
export interface NewKeys {
  /** Those that are noted before anything else is done. */
  readonly variables: Settings;
  /** A new API key, which is shown once, and the variable that its hash goes into. */
  readonly api?: { readonly key: string; readonly variables: Settings };
}

/** New keys for what has none; nothing is written yet. */
export function missingKeys(settings: Settings): NewKeys {
  const { variables, apiKey } = generateKeys();
  const { API_KEYS, ...others } = variables;
  const missing = Object.fromEntries(Object.entries(others).filter(([name]) => !settings[name]));
  if (settings.API_KEYS) return { variables: missing };
  return { variables: missing, api: { key: apiKey, variables: { API_KEYS } } };
}
