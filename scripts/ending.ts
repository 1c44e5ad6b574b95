/** Resolves when this process is asked to end: Ctrl-C, `kill`, or its terminal closing. A second request ends it at once. */
export function askedToEnd(): Promise<void> {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  return new Promise((resolve) => {
    for (const signal of signals) process.once(signal, () => resolve());
  });
}
