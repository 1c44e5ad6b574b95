import type { Language } from '../config';

/** The language of an answer: the best of Japanese and English by Accept-Language, Japanese where neither is asked for. */
export function preferredLanguage(acceptLanguage: string | undefined): Language {
  const ranges = (acceptLanguage ?? '').slice(0, 200).split(',').map(parseRange);
  const known = ranges.filter(
    ({ language, weight }) => weight > 0 && (language === 'ja' || language === 'en'),
  );
  known.sort((one, other) => other.weight - one.weight);
  return known[0]?.language === 'en' ? 'en' : 'ja';
}

function parseRange(range: string): { language: string; weight: number } {
  const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
  const quality = parameters.map((part) => part.trim()).find((part) => part.startsWith('q='));
  const weight = quality === undefined ? 1 : Number(quality.slice(2));
  return { language: tag.trim().split('-')[0] ?? '', weight: Number.isFinite(weight) ? weight : 0 };
}
