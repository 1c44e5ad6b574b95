/** How often the parent is looked at, in milliseconds. */
const parentCheckMs = 250;
/** How long ending may take before it is forced, in milliseconds. */
const endLimitMs = 10_000;

/**
 * Resolves when this process is asked to end: Ctrl-C, `kill`, its terminal closing, or npm ending. Further requests
 * change nothing: npm passes on the Ctrl-C that the terminal has sent to this process as well.
 */
export function askedToEnd(): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      setTimeout(() => process.exit(1), endLimitMs).unref();
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);
    if (process.env.npm_lifecycle_event !== undefined) whenParentEnds(end);
  });
}

/** For a command that is best ended at once: says how things stand, and exits with 1. */
export function whenInterrupted(sentence: string): void {
  askedToEnd().then(() => {
    process.stderr.write(`\n${sentence}\n`);
    process.exit(1);
  });
}

/** npm does not pass on every signal that it dies of. */
function whenParentEnds(listener: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    listener();
  }, parentCheckMs);
  timer.unref();
}
