import type { HandsetState } from './state';

interface Watched {
  number: string;
  state(): HandsetState;
  onChange(listener: () => void): () => void;
}

/**
 * Resolves with the first state that `predicate` accepts; looks at each change, never polls.
 * @throws Error after `timeoutMs` wall-clock milliseconds.
 */
export function waitUntil(
  handset: Watched,
  predicate: (state: HandsetState) => boolean,
  timeoutMs: number,
): Promise<HandsetState> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const state = handset.state();
      if (!predicate(state)) return;
      clearTimeout(timer);
      stop();
      resolve(state);
    };
    const stop = handset.onChange(look);
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`Waited ${timeoutMs} ms in vain; the phone: ${JSON.stringify(handset.state())}`));
    }, timeoutMs);
    look();
  });
}
