/**
 * Renders variables as the `.env` file that twilio-run reads with dotenv.
 * @throws Error for a value that no quoting can carry.
 */
export function environmentFile(variables: Readonly<Record<string, string>>): string {
  return Object.entries(variables)
    .map(([name, value]) => `${name}=${quoted(name, value)}\n`)
    .join('');
}

/** A value as dotenv reads it back: it leaves what stands between single quotes or backticks as it is. */
export function quoted(name: string, value: string): string {
  const quote = ["'", '`'].find((mark) => !value.includes(mark));
  if (quote === undefined) throw new Error(`The value of ${name} contains both ' and \``);
  return `${quote}${value}${quote}`;
}
