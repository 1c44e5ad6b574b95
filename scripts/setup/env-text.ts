import { Failure } from '../command';
import { quoted } from '../runtime/environment-file';
import { settingsIn } from '../settings';

/** What neither dotenv nor a shell that sources the file takes for anything but text. */
const PLAIN = /^[\w./:,+@-]*$/;

/**
 * Puts variables into the text of a settings file: in the place of an empty one, else at the end. What has a value stays, comments and order
 * stay.
 * @param replaced names whose value may be replaced; never a key's, since a lost key cannot be made again
 * @throws Failure where the text is written in a way that this cannot keep.
 */
export function withVariables(
  text: string,
  variables: Readonly<Record<string, string>>,
  replaced: readonly string[] = [],
): string {
  const before = settingsIn(text);
  const wanted = Object.entries(variables).filter(([name]) => !before[name] || replaced.includes(name));
  const result = wanted.reduce((changed, [name, value]) => withVariable(changed, name, value), text);
  const expected = { ...before, ...Object.fromEntries(wanted) };
  const after = settingsIn(result);
  const wrong = Object.keys({ ...expected, ...after }).filter((name) => after[name] !== expected[name]);
  if (wrong.length > 0)
    throw new Failure(`The settings file cannot be changed safely. Set by hand: ${wrong.join(', ')}.`);
  return result;
}

/** The last line of a name is the one that counts. */
function withVariable(text: string, name: string, value: string): string {
  const line = `${name}=${PLAIN.test(value) ? value : quoted(name, value)}`;
  const lines = text.split('\n');
  const place = lines.findLastIndex((one) => new RegExp(`^\\s*(export\\s+)?${name}\\s*=`).test(one));
  if (place >= 0) return lines.with(place, line).join('\n');
  return `${text}${text === '' || text.endsWith('\n') ? '' : '\n'}${line}\n`;
}
