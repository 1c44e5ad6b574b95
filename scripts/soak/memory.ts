import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const SAMPLE_MS = 500;
/** Fewer samples say nothing: garbage is collected in steps of several seconds. */
const FEWEST_SAMPLES = 60;
/** What the resident size of a Node process sways by without growing. */
const SWAY_MB = 24;

/** Resident megabytes of a process after its warm-up and in the end; `grows` is absent where the time was too short to tell. */
export interface MemoryVerdict {
  readonly warmMb: number;
  readonly endMb: number;
  readonly grows?: boolean;
}

/** Watches a process's resident size. */
export class MemoryWatch {
  readonly #samples: number[] = [];
  readonly #timer: NodeJS.Timeout;

  constructor(private readonly pid: number) {
    this.#timer = setInterval(() => void this.#sample(), SAMPLE_MS);
  }

  stop(): MemoryVerdict {
    clearInterval(this.#timer);
    return judgeMemory(this.#samples);
  }

  async #sample(): Promise<void> {
    const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(this.pid)]).catch(() => ({
      stdout: '',
    }));
    const kilobytes = Number(stdout);
    if (kilobytes > 0) this.#samples.push(kilobytes / 1024);
  }
}

/** The first half of the samples, in megabytes, is warm-up; after it, the third quarter is held against the last. */
export function judgeMemory(samples: readonly number[]): MemoryVerdict {
  const half = Math.floor(samples.length / 2);
  const threeQuarters = Math.floor((samples.length * 3) / 4);
  const warmMb = median(samples.slice(half, threeQuarters));
  const endMb = median(samples.slice(threeQuarters));
  if (samples.length < FEWEST_SAMPLES) return { warmMb, endMb };
  return { warmMb, endMb, grows: endMb > warmMb + SWAY_MB };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0);
}
