/**
 * Renders variables as the `.env` file that twilio-run reads with dotenv.
 * @throws Error for a value that no quoting can carry.
 */
export function environmentFile(variables: Readonly<Record<string, string>>): string {
  return Object.entries(variables)
    .map(([name, value]) => `${name}=${quoted(name, value)}\n`)
    .join('');
}

/**
 * A value as dotenv reads it back, and a shell too where its quotes can carry the value: what stands between single quotes is left as it
 * is. Only a value with such a quote gets others.
 */
export function quoted(name: string, value: string): string {
  const quote = [...(ACTIVE.test(value) ? ["'"] : ["'", '"']), '`'].find((mark) => !value.includes(mark));
  if (quote === undefined) throw new Error(`The value of ${name} contains both ' and \``);
  return `${quote}${value}${quote}`;
}

/** What dotenv or a shell would read as something else between double quotes. */
const ACTIVE = /[\\$`!]/;
