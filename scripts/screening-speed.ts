import { quantile, rounded } from '../bench/statistics';
import { maximumLength, screen } from '../src/safety/screening';

/** What judging texts of 200 characters costs, in milliseconds. */
export interface Speed {
  /** The first text of a process, which builds the vocabulary and compiles the code. */
  readonly firstMs: number;
  readonly medianMs: number;
  readonly p99Ms: number;
  /** The longest text that is judged at all, all of it digits and words. */
  readonly longestMs: number;
}

const LENGTH = 200;
const WARM_UPS = 20;
const ROUNDS = 21;
/** More texts would not make the figures truer. */
const MOST_PIECES = 1_500;

/** Texts of one length, made of the given ones in turn, from all over them. */
function pieces(texts: readonly string[]): string[] {
  const all = texts.join('\n');
  const step = LENGTH * Math.max(1, Math.ceil(all.length / LENGTH / MOST_PIECES));
  return Array.from({ length: Math.floor(all.length / step) }, (_, at) =>
    all.slice(at * step, at * step + LENGTH),
  );
}

function millisecondsOf(text: string): number {
  const start = performance.now();
  screen(text);
  return performance.now() - start;
}

/**
 * Times the screening; call it before anything else is screened. Every text counts with the median of its rounds, so that the
 * figures tell of the texts and not of what else this machine does.
 */
export function measureSpeed(texts: readonly string[]): Speed {
  const firstMs = millisecondsOf(texts[0] ?? '');
  const samples = pieces(texts);
  for (let round = 0; round < WARM_UPS; round += 1) for (const text of samples) screen(text);
  const each = samples.map((text) =>
    quantile(
      Array.from({ length: ROUNDS }, () => millisecondsOf(text)),
      0.5,
    ),
  );
  const longest = texts.join('').slice(0, maximumLength);
  return {
    firstMs: rounded(firstMs),
    medianMs: rounded(quantile(each, 0.5), 2),
    p99Ms: rounded(quantile(each, 0.99), 2),
    longestMs: rounded(millisecondsOf(longest), 1),
  };
}
