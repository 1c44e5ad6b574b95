import type { Config } from '../../src/config';
import { deadlineIn } from '../../src/masking/deadline';
import { pool } from '../../src/wiring';
import type { ListedNumber } from './listing';

/** Long enough for 10,000 numbers. */
const SAVE_MS = 10_000;

/**
 * Makes the switchboard's pool in Redis hold exactly the numbers that can call; what it loses drains. With `dryRun` only counts what
 * would change.
 */
export function syncPool(config: Config, numbers: readonly ListedNumber[], dryRun: boolean) {
  return pool(config).save(
    numbers.filter(({ canCall }) => canCall),
    { dryRun },
    deadlineIn(SAVE_MS),
  );
}

/** A sentence about numbers that cannot text, where texts are wanted; undefined where all is well. */
export function textWarning(config: Config, numbers: readonly { canText: boolean }[]): string | undefined {
  const wantsTexts = config.SWITCHBOARD === 'voice' || config.PROXY_SESSION_MODE !== 'voice-only';
  const silent = numbers.filter(({ canText }) => !canText).length;
  if (!wantsTexts || silent === 0) return undefined;
  const whose = silent === numbers.length ? 'None of the numbers' : `${silent} of ${numbers.length} numbers`;
  return silent === numbers.length
    ? `${whose} can text: texts between users and notices of missed calls do not work.`
    : `${whose} cannot text: sessions on these carry calls only.`;
}
