import { execFileSync } from 'node:child_process';
import { parseEnv } from 'node:util';
import { environmentFile } from '../../../scripts/runtime/environment-file';

describe('environmentFile', () => {
  it('writes values that read back as they were', () => {
    const variables = { A: 'a#b "c"', B: "it's", EMPTY: '', SPACED: ' x ' };
    expect(parseEnv(environmentFile(variables))).toEqual(variables);
  });

  it('can be sourced by a shell, which reads the same', () => {
    const variables = { A: 'connect|ops:x', B: "it's; yes", C: '$HOME `id` \\n "x"', SPACED: ' x  y ' };
    const show = Object.keys(variables)
      .map((name) => `printf '%s\\n' "$${name}"`)
      .join('; ');
    const read = execFileSync('sh', ['-c', `${environmentFile(variables)}${show}`], { encoding: 'utf8' });
    expect(read.split('\n').slice(0, -1)).toEqual(Object.values(variables));
    expect(parseEnv(environmentFile(variables))).toEqual(variables);
  });

  it('refuses a value that no quoting can carry', () => {
    expect(() => environmentFile({ A: "'`" })).toThrow('The value of A');
  });
});
