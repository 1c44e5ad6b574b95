import { numbersIn } from '../../scripts/scan';

/** What must never leave the process. */
export interface Secrets {
  /** E.164; each is looked for in every spelling. */
  readonly numbers: readonly string[];
  /** Tickets, keys, tokens and words, looked for as they stand. */
  readonly texts: readonly string[];
}

/** The secrets that a text holds: as they stand, or under JSON escapes, percent signs, base64, base64url or hexadecimal. */
export function leaksIn(text: string, { numbers, texts }: Secrets): string[] {
  const readings = readingsOf(text);
  const found = readings.flatMap((reading) => [
    ...numbersIn(reading, numbers),
    ...texts.filter((secret) => reading.includes(secret)),
  ]);
  return [...new Set(found)];
}

function readingsOf(text: string): string[] {
  const plain = [...new Set([text, unescaped(text), percentDecoded(text), percentDecoded(unescaped(text))])];
  return plain.flatMap((reading) => [reading, base64Decoded(reading), hexDecoded(reading)]);
}

function unescaped(text: string): string {
  return text.replace(/\\u([0-9a-f]{4})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function percentDecoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (bytes) =>
    Buffer.from(bytes.replaceAll('%', ''), 'hex').toString('utf8'),
  );
}

/** Every run of base64 letters, read from each of its first four letters: a number may begin in the middle of a group. */
function base64Decoded(text: string): string {
  const runs = text.match(/[A-Za-z0-9+/_-]{8,}/g) ?? [];
  const readings = runs.flatMap((run) =>
    [0, 1, 2, 3].map((start) => Buffer.from(run.slice(start), 'base64').toString('utf8')),
  );
  return readings.join('\n');
}

function hexDecoded(text: string): string {
  const runs = text.match(/(?:[0-9a-f]{2}){8,}/gi) ?? [];
  return runs.map((run) => Buffer.from(run, 'hex').toString('utf8')).join('\n');
}
