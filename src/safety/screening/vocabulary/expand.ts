/** `通さ{ず,ない}` as `通さず` and `通さない`; several choices multiply. */
export function expand(pattern: string): string[] {
  const open = pattern.indexOf('{');
  if (open < 0) return [pattern];
  const close = pattern.indexOf('}', open);
  const rest = expand(pattern.slice(close + 1));
  const words: string[] = [];
  for (const option of pattern.slice(open + 1, close).split(','))
    for (const end of rest) words.push(pattern.slice(0, open) + option + end);
  return words;
}
