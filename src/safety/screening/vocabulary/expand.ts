const choice = /^([^{]*)\{([^}]*)\}(.*)$/u;

/** `通さ{ず,ない}` as `通さず` and `通さない`; several choices multiply. */
export function expand(pattern: string): string[] {
  const parts = choice.exec(pattern);
  if (parts === null) return [pattern.replaceAll('_', ' ')];
  const [, before = '', options = '', after = ''] = parts;
  return options.split(',').flatMap((option) => expand(`${before}${option}${after}`));
}
