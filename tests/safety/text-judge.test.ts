import { textJudge } from '../../src/safety/text-judge';

describe('the judge of texts', () => {
  test('names the kinds of what must not pass, each once', () => {
    const { rejected } = textJudge({})('090-1111-2222か080-3333-4444、taro@example.com', []);
    expect([...rejected].sort()).toEqual(['email', 'phone']);
  });

  test('rejects nothing that is only flagged, and leaves its trace', () => {
    const judged = textJudge({ policy: { phone: 'flag' } })('090-1111-2222', []);
    expect(judged).toEqual({ rejected: [], trace: '090-1111-2222' });
  });

  test('names no kind that is only flagged beside one that is rejected', () => {
    const { rejected } = textJudge({ policy: { email: 'flag' } })('090-1111-2222 taro@example.com', []);
    expect(rejected).toEqual(['phone']);
  });

  test('judges with the traces of earlier texts, and leaves none of a rejected one', () => {
    const judge = textJudge({});
    const first = judge('090', []);
    const second = judge('1234', [first.trace]);
    expect([first.trace, second.trace]).toEqual(['090', '1234']);
    expect(judge('5678', [first.trace, second.trace])).toEqual({ rejected: ['phone'], trace: '' });
  });

  test('leaves no trace of a text without digits or names', () => {
    expect(textJudge({})('こんにちは', ['090'])).toEqual({ rejected: [], trace: '' });
  });
});
