import { parseEnv } from 'node:util';
import { environmentFile } from '../../../scripts/runtime/environment-file';

describe('environmentFile', () => {
  it('writes values that read back as they were', () => {
    const variables = { A: 'a#b "c"', B: "it's", EMPTY: '', SPACED: ' x ' };
    expect(parseEnv(environmentFile(variables))).toEqual(variables);
  });

  it('refuses a value that no quoting can carry', () => {
    expect(() => environmentFile({ A: "'`" })).toThrow('The value of A');
  });
});
