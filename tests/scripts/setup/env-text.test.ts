import { parseEnv } from 'node:util';
import fc from 'fast-check';
import { Failure } from '../../../scripts/command';
import { withVariables } from '../../../scripts/setup/env-text';

describe('the text of a settings file', () => {
  it('gets a variable in the place of an empty one, else at the end', () => {
    const text = '# what it is\nA=\n\nB=2 # two\n';
    expect(withVariables(text, { A: '1', C: '3' })).toBe('# what it is\nA=1\n\nB=2 # two\nC=3\n');
  });

  it('keeps what has a value, unless it may be replaced', () => {
    expect(withVariables('KEY=old\nMODE=old\n', { KEY: 'new', MODE: 'new' }, ['MODE'])).toBe(
      'KEY=old\nMODE=new\n',
    );
  });

  it('changes the line that counts, where a name occurs twice', () => {
    expect(withVariables('A=1\nA=\n', { A: '2' })).toBe('A=1\nA=2\n');
    expect(withVariables('A=\nA=1\n', { A: '2' })).toBe('A=\nA=1\n');
  });

  it('keeps a value that looks like a line of its own', () => {
    const text = "NOTE='first\nA=\nlast'\n";
    expect(() => withVariables(text, { A: '1' })).toThrow(Failure);
    expect(() => withVariables(text, { A: '1' })).toThrow('Set by hand: NOTE, A');
  });

  it('is quoted where a shell that sources it would read something else', () => {
    expect(withVariables('', { API_KEYS: 'connect|ops:x', URL: 'https://a.example:1/b' })).toBe(
      "API_KEYS='connect|ops:x'\nURL=https://a.example:1/b\n",
    );
  });

  it('ends a last line that has no end', () => {
    expect(withVariables('A=1', { B: '2' })).toBe('A=1\nB=2\n');
  });

  it('is read back as it was meant, whatever the values', () => {
    const value = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !/['\r\n]/.test(text));
    fc.assert(
      fc.property(value, value, (given, added) => {
        const text = withVariables('', { GIVEN: given });
        expect(parseEnv(withVariables(text, { GIVEN: 'other', ADDED: added }))).toEqual({
          GIVEN: given,
          ADDED: added,
        });
      }),
    );
  });
});
