import { changesText, difference } from '../../../scripts/deploy/changes';

const none = { added: [], changed: [], removed: [] };

describe('what a deployment changes', () => {
  it('is found by name and content', () => {
    const before = new Map([
      ['kept', '1'],
      ['changed', '1'],
      ['removed', '1'],
    ]);
    const after = new Map([
      ['kept', '1'],
      ['changed', '2'],
      ['added', '1'],
    ]);
    expect(difference(before, after)).toEqual({
      added: ['added'],
      changed: ['changed'],
      removed: ['removed'],
    });
  });

  it('is told by name', () => {
    const functions = { ...none, added: ['/a', '/b (protected)'], removed: ['/c'] };
    expect(changesText({ functions, variables: { ...none, changed: ['KEY'] } })).toEqual([
      'functions added: /a, /b (protected)',
      'functions removed: /c',
      'variables changed: KEY',
    ]);
  });

  it('may be nothing, which is told too', () => {
    expect(changesText({ functions: none, variables: none })).toEqual([
      expect.stringContaining('No Function'),
    ]);
  });
});
